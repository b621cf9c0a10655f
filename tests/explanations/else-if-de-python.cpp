// 03b-inserer-tous : mot-de-python, ligne 9
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        if (u.age) {
        } elif (u.id == 0) {
        }
    }
}
