// SPDX-License-Identifier: MIT
// Les trousseaux du noyau, où deux programmes se parleraient.
#include "fourni.hpp"

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
    essai(syscall(SYS_add_key, "user", "attaque", "secret", 6, -4) >= 0, "add_key, utilisateur");
    essai(syscall(SYS_add_key, "user", "attaque", "secret", 6, -5) >= 0, "add_key, session de l'utilisateur");
    essai(syscall(SYS_request_key, "user", "attaque", nullptr, -4) >= 0, "request_key");
    essai(syscall(SYS_keyctl, 0, -4, 1) >= 0, "keyctl");
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
