// 03b-inserer-tous : point-virgule-de-type, ligne 6
#include "fourni.hpp"

struct Compteur {
    int lignes = 0;
}

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    (void)us;
}
