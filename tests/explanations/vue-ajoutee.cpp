// 03b-inserer-tous : vue-ajoutee, ligne 8
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    const std::string_view vue = "A";
    const std::string s = us[0].nom + vue;
}
