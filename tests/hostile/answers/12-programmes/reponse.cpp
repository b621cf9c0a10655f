// SPDX-License-Identifier: MIT
// Fait lancer d'autres programmes par le système, de toutes les façons de la bibliothèque C.
#include "fourni.hpp"

#include <cstdio>
#include <cstdlib>
#include <spawn.h>
#include <sys/wait.h>
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
    essai(std::system("exit 0") == 0, "system");
    if (std::FILE* tuyau = popen("echo attaque", "r")) {
        char c = 0;
        essai(std::fread(&c, 1, 1, tuyau) == 1, "popen");
        pclose(tuyau);
    }
    for (const char* programme : {"/bin/sh", "/usr/bin/true", "/proc/self/exe", "/usr/bin/gcc", "/entrer"}) {
        char* arguments[] = {const_cast<char*>(programme), nullptr};
        pid_t enfant = 0;
        essai(posix_spawn(&enfant, programme, nullptr, nullptr, arguments, nullptr) == 0, programme);
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
