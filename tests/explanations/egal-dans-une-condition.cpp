// 03b-inserer-tous : egal-simple, ligne 7
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    if (us.size() = 0) {
        return;
    }
}
