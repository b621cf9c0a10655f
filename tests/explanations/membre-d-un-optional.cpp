// 04c-chercher : membre-d-un-optional, ligne 8
#include "fourni.hpp"

std::optional<Utilisateur> chercher(SQLite::Database& base, std::int64_t id)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs WHERE id = ?");
    std::optional<Utilisateur> u;
    u.nom = "A";
    return u;
}
