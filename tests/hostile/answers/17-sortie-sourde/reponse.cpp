// SPDX-License-Identifier: MIT
// Écrit sans fin sur les deux sorties, sourd à leur fermeture.
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
    std::signal(SIGPIPE, SIG_IGN);
    const std::string bloc(1 << 16, 'a');
    for (;;) {
        (void)!write(1, bloc.data(), bloc.size());
        (void)!write(2, bloc.data(), bloc.size());
    }
}
