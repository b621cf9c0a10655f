// 03b-inserer-tous : sqlite-copie, ligne 9
#include "fourni.hpp"

void vider(SQLite::Database autre) { autre.exec("DELETE FROM utilisateurs"); }

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    vider(base);
}
