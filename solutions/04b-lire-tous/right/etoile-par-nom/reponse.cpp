// Variante : SELECT * et les colonnes lues par leur nom : leur ordre dans la table n'y fait rien
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    std::vector<Utilisateur> us;
    SQLite::Statement requete{base, "SELECT * FROM utilisateurs ORDER BY id ASC"};
    while (requete.executeStep()) {
        us.push_back(
            {.id = requete.getColumn("id"),
             .nom = requete.getColumn("nom"),
             .age = requete.isColumnNull("age") ? std::nullopt : std::optional<int>{requete.getColumn("age")}});
    }
    return us;
}
