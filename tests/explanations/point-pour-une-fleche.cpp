// 03b-inserer-tous : fleche-ou-point, ligne 9
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        const Utilisateur* p = &u;
        requete.bind(1, p.nom);
    }
}
