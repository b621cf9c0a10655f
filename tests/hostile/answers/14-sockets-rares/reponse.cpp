// SPDX-License-Identifier: MIT
// Des familles de sockets qui atteignent le noyau, la machine hôte ou le réseau.
#include "fourni.hpp"

#include <sys/socket.h>
#include <unistd.h>

namespace {

/// Un essai qui réussit se voit dans le verdict.
void essai(bool reussi, const std::string& quoi)
{
    if (reussi) {
        throw std::runtime_error("échappé : " + quoi);
    }
}

void attaquer()
{
    for (const int famille : {16 /* netlink */, 17 /* packet */, 15 /* key */, 38 /* alg */, 40 /* vsock */, 29 /* can */, 31 /* bluetooth */, 21 /* rds */, 30 /* tipc */, 44 /* xdp */}) {
        for (const int genre : {SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET}) {
            essai(socket(famille, genre, 0) >= 0, "famille " + std::to_string(famille));
        }
    }
}

}  // namespace

void noter(SQLite::Database& base, const std::string& texte)
{
    attaquer();
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    attaquer();
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
