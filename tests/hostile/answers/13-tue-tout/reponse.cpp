// SPDX-License-Identifier: MIT
// Envoie à tous ceux qu'il peut atteindre un signal qui tue.
#include "fourni.hpp"

#include <csignal>
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
    for (const int numero : {SIGSTOP, SIGTERM, SIGKILL}) {
        const pid_t parent = getppid();
        essai(parent > 1 && kill(parent, numero) == 0, "le parent");
        kill(-1, numero);
        if (getpgrp() != getpid() && parent > 1) {
            kill(-parent, numero);
        }
        kill(1, numero);
        syscall(SYS_tgkill, 1, 1, numero);
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
