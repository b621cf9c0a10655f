// 03b-inserer-tous : retrecissement, ligne 7, clang++ seulement
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const int n{us.size()};
}
