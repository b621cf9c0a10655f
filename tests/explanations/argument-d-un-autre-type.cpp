// 03b-inserer-tous : argument-mauvais-type, ligne 10
#include "fourni.hpp"

void ajouter(const Utilisateur& u) { std::cout << u.id; }

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        ajouter(u.nom);
    }
}
