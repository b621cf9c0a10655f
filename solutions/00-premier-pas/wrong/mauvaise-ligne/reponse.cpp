// Échoue : LitLePremierNom
// La requête choisit une autre ligne : l'identifiant 2 est celui de Bob.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

std::string bonjour(const std::string& prenom) { return "Bonjour, " + prenom + "."; }

std::string premier_inscrit(SQLite::Database& base)
{
    return base.execAndGet("SELECT nom FROM utilisateurs WHERE id = 2").getString();
}
