// 03b-inserer-tous : type-oublie, ligne 4
#include "fourni.hpp"

compter(int n) { return n; }

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    (void)us;
}
