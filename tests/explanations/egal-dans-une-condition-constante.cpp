// 03b-inserer-tous : egal-simple, ligne 9
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        const bool majeur = u.age > 17;
        if (majeur = true) {
            requete.exec();
        }
    }
}
