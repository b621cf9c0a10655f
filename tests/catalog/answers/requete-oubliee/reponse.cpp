// SPDX-License-Identifier: MIT
// Alloue une requête et l'oublie : la base ne peut pas se fermer.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    auto* requete = new SQLite::Statement(base, "INSERT INTO notes (texte) VALUES (?)");
    requete->bind(1, texte);
    requete->exec();
    requete->reset();
    requete = new SQLite::Statement(base, "SELECT 1");
    delete requete;
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
