// 03b-inserer-tous : membre-prive, ligne 12
#include "fourni.hpp"

class Coffre {
    int nombre_ = 0;
};

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    Coffre coffre;
    coffre.nombre_ = 1;
}
