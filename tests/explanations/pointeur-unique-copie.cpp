// 03b-inserer-tous : pointeur-unique-copie, ligne 8
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const auto un = std::make_unique<int>(1);
    const auto deux = un;
}
