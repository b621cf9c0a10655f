// 04b-lire-tous : colonne-ambigue, ligne 10
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs ORDER BY id");
    std::vector<Utilisateur> us;
    while (requete.executeStep()) {
        Utilisateur u;
        u.nom = requete.getColumn(1);
        us.push_back(u);
    }
    return us;
}
