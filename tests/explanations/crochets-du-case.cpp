// 04c-chercher : saut-de-case, ligne 12
#include "fourni.hpp"

std::optional<Utilisateur> chercher(SQLite::Database& base, std::int64_t id)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs WHERE id = ?");
    switch (requete.getColumnCount()) {
        case 0:
            int n = 1;
            requete.bind(1, n);
            break;
        default: break;
    }
    return std::nullopt;
}
