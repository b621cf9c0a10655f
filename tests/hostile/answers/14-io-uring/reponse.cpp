// SPDX-License-Identifier: MIT
// Une file d'appels que personne ne filtre.
#include "fourni.hpp"

#include <cstring>
#include <sys/syscall.h>
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
    char parametres[512];
    std::memset(parametres, 0, sizeof parametres);
    essai(syscall(SYS_io_uring_setup, 8, parametres) >= 0, "io_uring");
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
