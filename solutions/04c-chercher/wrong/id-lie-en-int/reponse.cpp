// Échoue : GrandsId
// L'id passe par un int avant d'être lié : ses 32 bits hauts sont perdus.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::optional<Utilisateur> chercher(SQLite::Database& base, std::int64_t id)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs WHERE id = ?");
    requete.bind(1, static_cast<int>(id));
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
