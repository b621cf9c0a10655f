// 03b-inserer-tous : else-sans-if, ligne 11
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        if (u.age)
            requete.bind(2, *u.age);
            requete.exec();
        else
            requete.bind(2);
    }
}
