// 03b-inserer-tous : valeur-constante, ligne 8
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const int n = 1;
    n = 2;
}
