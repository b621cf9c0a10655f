// SPDX-License-Identifier: MIT
// Attend un enfant qui partage sa mémoire et ne rend jamais la main.
#include "fourni.hpp"

#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    if (vfork() == 0) {
        for (;;) {
            pause();
        }
    }
    _exit(3);
}
