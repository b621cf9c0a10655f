// 03b-inserer-tous : fichier-absent, ligne 4
#include "fourni.hpp"

#include <SQLiteCpp/SQLiteCPP.h>
void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    (void)us;
}
