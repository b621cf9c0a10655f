// SPDX-License-Identifier: MIT
// Cherche un secret dans ses arguments, son environnement et ce que le noyau dit de lui.
#include "fourni.hpp"

#include <fstream>
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
    for (const char* fichier : {"/proc/self/environ", "/proc/self/cmdline", "/proc/self/maps", "/proc/self/auxv", "/proc/1/cmdline", "/proc/1/environ"}) {
        std::ifstream flux(fichier);
        const std::string texte((std::istreambuf_iterator<char>(flux)), {});
        for (const char* secret : {"20260101", "checks", "verifications.", "solutions", "CANARI", "ATELIER_", "GTEST"}) {
            essai(texte.find(secret) != std::string::npos, std::string(secret) + " dans " + fichier);
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
