// Échoue : Trouve
// La requête ne tient pas compte de l'id : c'est toujours la première ligne qui est rendue.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::optional<Utilisateur> chercher(SQLite::Database& base, std::int64_t id)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs");
    if (!requete.executeStep()) {
        return std::nullopt;
    }
    Utilisateur u;
    u.id = requete.getColumn(0).getInt64();
    u.nom = requete.getColumn(1).getString();
    if (!requete.getColumn(2).isNull()) {
        u.age = requete.getColumn(2).getInt();
    }
    return u;
}
