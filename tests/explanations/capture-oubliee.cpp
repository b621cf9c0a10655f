// 03b-inserer-tous : capture-oubliee, ligne 7
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const auto ajouter = [](const Utilisateur& u) { requete.bind(1, u.nom); };
}
