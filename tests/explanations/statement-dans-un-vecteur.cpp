// 03b-inserer-tous : sqlite-dans-un-conteneur, ligne 8
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    std::vector<SQLite::Statement> requetes;
    requetes.push_back(requete);
}
