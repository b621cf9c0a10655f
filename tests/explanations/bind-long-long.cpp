// 03b-inserer-tous : bind-ambigu, ligne 8
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const long long n = 3;
    requete.bind(1, n);
}
