// SPDX-License-Identifier: MIT
// Calcule sans fin, sourd aux signaux, en repoussant ses propres limites.
#include "fourni.hpp"

#include <csignal>
#include <sys/resource.h>
#include <sys/time.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    for (int numero = 1; numero < NSIG; ++numero) {
        std::signal(numero, SIG_IGN);
    }
    const rlimit sans{RLIM_INFINITY, RLIM_INFINITY};
    for (const auto ressource : {RLIMIT_CPU, RLIMIT_DATA, RLIMIT_AS, RLIMIT_NPROC, RLIMIT_FSIZE}) {
        setrlimit(ressource, &sans);
    }
    volatile unsigned long n = 0;
    for (;;) {
        n = n + 1;
    }
}
