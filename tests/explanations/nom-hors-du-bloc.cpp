// 03b-inserer-tous : nom-inconnu, ligne 11
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const Utilisateur& u : us) {
        const int age = 3;
        (void)age;
    }
    requete.bind(1, age);
}
