// 03b-inserer-tous : emplace-back, ligne 8, clang++ seulement
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    std::vector<Utilisateur> v;
    v.emplace_back(1, "A", 3);
}
