// SPDX-License-Identifier: MIT
// Remplit des tubes, dont le contenu est au noyau.
#include "fourni.hpp"

#include <fcntl.h>
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
    long octets = 0;
    const std::string bloc(1 << 16, 'a');
    for (int i = 0; i < 1000; ++i) {
        int bouts[2];
        if (pipe2(bouts, O_NONBLOCK) != 0) {
            break;
        }
        fcntl(bouts[1], F_SETPIPE_SZ, 1 << 20);
        for (ssize_t n = 1; n > 0;) {
            n = write(bouts[1], bloc.data(), bloc.size());
            octets += n > 0 ? n : 0;
        }
    }
    for (int d = 5; d < 1024; ++d) {
        int etat = fcntl(d, F_GETFL);
        if (etat >= 0 && (etat & O_NONBLOCK) != 0) {
            close(d);
        }
    }
    essai(octets > (200L << 20), std::to_string(octets >> 20) + " Mio dans des tubes");
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
