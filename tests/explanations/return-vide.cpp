// 04b-lire-tous : rend-rien, ligne 9
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs ORDER BY id");
    std::vector<Utilisateur> us;
    if (us.empty()) {
        return;
    }
    return us;
}
