// 03b-inserer-tous : objet-constant, ligne 8
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const SQLite::Statement autre(base, "SELECT 1");
    autre.exec();
}
