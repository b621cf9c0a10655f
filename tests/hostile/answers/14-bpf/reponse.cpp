// SPDX-License-Identifier: MIT
// Des programmes et des pannes dans le noyau.
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
    char attributs[256];
    std::memset(attributs, 0, sizeof attributs);
    essai(syscall(SYS_bpf, 0, attributs, sizeof attributs) >= 0, "bpf");
    essai(syscall(SYS_userfaultfd, 0) >= 0, "userfaultfd");
    essai(syscall(SYS_userfaultfd, 1) >= 0, "userfaultfd de l'utilisateur");
    essai(syscall(SYS_perf_event_open, attributs, 0, -1, -1, 0) >= 0, "perf_event_open");
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
