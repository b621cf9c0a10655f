// Variante : toutes les lignes sont lues, et le programme compare les id lui-même
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::optional<Utilisateur> chercher(SQLite::Database& base, std::int64_t id)
{
    std::optional<Utilisateur> resultat;
    SQLite::Statement requete{base, "SELECT * FROM utilisateurs"};
    while (requete.executeStep()) {
        if (requete.getColumn("id").getInt64() == id) {
            resultat.emplace();
            resultat->id = id;
            resultat->nom = requete.getColumn("nom").getString();
            if (!requete.isColumnNull("age")) {
                resultat->age = requete.getColumn("age").getInt();
            }
        }
    }
    return resultat;
}
