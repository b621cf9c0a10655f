// SPDX-License-Identifier: MIT
// Fait ou rejoint d'autres espaces de noms.
#include "fourni.hpp"

#include <csignal>
#include <fcntl.h>
#include <sched.h>
#include <sys/syscall.h>
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
    for (const int genre : {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS, CLONE_NEWCGROUP}) {
        essai(unshare(genre) == 0, "unshare");
        const auto enfant = static_cast<pid_t>(syscall(SYS_clone, genre | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
        if (enfant == 0) {
            _exit(0);
        }
        essai(enfant > 0, "clone");
    }
    for (const char* espace : {"/proc/1/ns/user", "/proc/1/ns/mnt", "/proc/1/ns/net"}) {
        const int d = open(espace, O_RDONLY);
        essai(d >= 0 && setns(d, 0) == 0, "setns");
        if (d >= 0) {
            close(d);
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
