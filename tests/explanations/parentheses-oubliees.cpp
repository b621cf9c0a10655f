// 03b-inserer-tous : appel-sans-parentheses, ligne 7
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    requete.exec;
    if (us.size > 0) {
    }
}
