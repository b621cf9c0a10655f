// 04c-chercher : std-oublie, ligne 4
#include "fourni.hpp"

optional<Utilisateur> chercher(SQLite::Database& base, std::int64_t id)
{
    return {};
}
