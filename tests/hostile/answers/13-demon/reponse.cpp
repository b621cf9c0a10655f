// SPDX-License-Identifier: MIT
// Laisse derrière lui un démon, qui se détache de tout.
#include "fourni.hpp"

#include <csignal>
#include <fcntl.h>
#include <sys/prctl.h>
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
    if (fork() == 0) {
        setsid();
        prctl(PR_SET_PDEATHSIG, 0);
        for (int numero = 1; numero < NSIG; ++numero) {
            std::signal(numero, SIG_IGN);
        }
        if (fork() == 0) {
            setsid();
            for (int d = 0; d < 256; ++d) {
                close(d);
            }
            for (;;) {
                close(open("/tmp/attaque", O_CREAT | O_WRONLY, 0644));
                sleep(1);
            }
        }
        _exit(0);
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
