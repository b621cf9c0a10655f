// 04b-lire-tous : methode-de-python, ligne 10
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs ORDER BY id");
    std::vector<Utilisateur> us;
    while (requete.executeStep()) {
        Utilisateur u;
        us.append(u);
    }
    return us;
}
