// 04b-lire-tous : std-oublie, ligne 4
#include "fourni.hpp"

int taille(vector<int> v) { return static_cast<int>(v.size()); }

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs ORDER BY id");
    std::vector<Utilisateur> us;
    return us;
}
