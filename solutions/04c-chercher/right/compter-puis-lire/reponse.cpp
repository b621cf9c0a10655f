// Variante : une première requête dit si l'habitant existe, d'autres lisent chaque valeur
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

namespace {

SQLite::Statement preparer(SQLite::Database& base, const std::string& quoi, std::int64_t id)
{
    SQLite::Statement requete(base, "SELECT " + quoi + " FROM utilisateurs WHERE id = :id");
    requete.bind(":id", id);
    requete.executeStep();
    return requete;
}

}  // namespace

std::optional<Utilisateur> chercher(SQLite::Database& base, std::int64_t id)
{
    if (preparer(base, "count(*)", id).getColumn(0).getInt() == 0) {
        return {};
    }
    const auto age = preparer(base, "age", id);
    return Utilisateur{id, preparer(base, "nom", id).getColumn(0).getString(),
                       age.isColumnNull(0) ? std::nullopt : std::make_optional<int>(age.getColumn(0).getInt())};
}
