// 04c-chercher : optional-vide, ligne 7
#include "fourni.hpp"

std::optional<Utilisateur> chercher(SQLite::Database& base, std::int64_t id)
{
    SQLite::Statement requete(base, "SELECT id, nom, age FROM utilisateurs WHERE id = ?");
    return nullptr;
}
