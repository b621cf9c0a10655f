// SPDX-License-Identifier: MIT
// Détruit un fil d'exécution sans l'attendre.
#include "fourni.hpp"

#include <thread>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    const std::thread fil([] {});
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
