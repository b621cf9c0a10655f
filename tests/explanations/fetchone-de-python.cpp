// 04b-lire-tous : sqlite3-de-python, ligne 8
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs ORDER BY id");
    std::vector<Utilisateur> us;
    requete.fetchone();
    return us;
}
