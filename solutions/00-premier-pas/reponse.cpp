// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

std::string bonjour(const std::string& prenom) { return "Bonjour, " + prenom + "."; }

std::string premier_inscrit(SQLite::Database& base)
{
    // execAndGet() exécute la requête et donne la première valeur de la première ligne.
    return base.execAndGet("SELECT nom FROM utilisateurs WHERE id = 1").getString();
}
