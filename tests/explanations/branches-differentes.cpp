// 03b-inserer-tous : branches-differentes, ligne 7
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const auto age = us.empty() ? std::nullopt : 3;
}
