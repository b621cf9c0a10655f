// 03b-inserer-tous : vue-vers-texte, ligne 10
#include "fourni.hpp"

void dire(const std::string& nom) { std::cout << nom; }

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const std::string_view vue = "A";
    dire(vue);
}
