// 03b-inserer-tous : champs-en-desordre, ligne 7, g++ seulement
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const Utilisateur u{.nom = "A", .id = 1};
}
