// 03b-inserer-tous : include-oublie, ligne 8
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const std::vector<int> ages{1, 2};
    (void)std::accumulate(ages.begin(), ages.end(), 0);
}
