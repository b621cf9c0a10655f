// 03b-inserer-tous : resultat-de-void, ligne 9
#include "fourni.hpp"

void rien() {}

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const int n = rien();
}
