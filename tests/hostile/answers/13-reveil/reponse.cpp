// SPDX-License-Identifier: MIT
// Se fait tuer par son propre réveil.
#include "fourni.hpp"

#include <csignal>
#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    std::signal(SIGALRM, SIG_DFL);
    alarm(1);
    for (;;) {
        pause();
    }
}
