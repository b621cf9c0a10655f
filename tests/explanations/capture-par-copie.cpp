// 03b-inserer-tous : capture-par-copie, ligne 8
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    int n = 0;
    const auto compter = [n] { n = n + 1; };
}
