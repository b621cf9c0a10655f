// 03b-inserer-tous : reference-temporaire, ligne 9
#include "fourni.hpp"

void dire(std::string& nom) { std::cout << nom; }

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    dire("A");
}
