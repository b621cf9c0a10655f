// Échoue : LitLePremierNom
// La ligne est la bonne, mais c'est la colonne age de l'énoncé qui est lue.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

std::string bonjour(const std::string& prenom) { return "Bonjour, " + prenom + "."; }

std::string premier_inscrit(SQLite::Database& base)
{
    return base.execAndGet("SELECT age FROM utilisateurs WHERE id = 1").getString();
}
