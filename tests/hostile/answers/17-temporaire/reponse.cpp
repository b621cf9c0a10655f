// SPDX-License-Identifier: MIT
// Remplit /tmp et /dev/shm.
#include "fourni.hpp"

#include <fcntl.h>
#include <sys/stat.h>
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
    const std::string bloc(1 << 20, 'a');
    for (const char* fichier : {"/tmp/attaque", "/dev/shm/attaque", "/var/tmp/attaque"}) {
        const int d = open(fichier, O_CREAT | O_WRONLY, 0644);
        for (int i = 0; d >= 0 && i < 200 && octets < (200L << 20); ++i) {
            const ssize_t n = write(d, bloc.data(), i < 60 ? bloc.size() : 1);
            octets += n > 0 ? n : 0;
        }
        if (d >= 0) {
            close(d);
            unlink(fichier);
        }
    }
    essai(octets > (128L << 20), std::to_string(octets >> 20) + " Mio");
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
