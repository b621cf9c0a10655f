// SPDX-License-Identifier: MIT
// Rend des valeurs sans fin.
#include "fourni.hpp"

#include <sonde.hpp>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    for (;;) {
        sonde::rendre("compter", 29);
    }
}
