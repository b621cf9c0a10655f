// Variante : une phrase composée dans un flux, une requête préparée que l'on avance d'une ligne
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sstream>
#include <string>

std::string bonjour(const std::string& prenom)
{
    std::ostringstream phrase;
    phrase << "Bonjour, " << prenom << '.';
    return phrase.str();
}

std::string premier_inscrit(SQLite::Database& base)
{
    SQLite::Statement requete(base, "SELECT id, nom FROM utilisateurs ORDER BY id LIMIT 1");
    requete.executeStep();
    return requete.getColumn("nom").getString();
}
