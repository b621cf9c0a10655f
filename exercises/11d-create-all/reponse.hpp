// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string>

namespace orm {

/// L'instruction qui crée la table de `T`, si elle n'existe pas encore.
template <Entite T>
std::string sql_creation()
{
    // À COMPLÉTER : repartez de votre réponse à 11a. Les noms sont maintenant quelconques.
    return "";
}

/// Crée les tables des entités `T`, chacune après celles qu'elle désigne (le détail est dans fourni.hpp).
template <Entite... T>
void create_all(SQLite::Database& base)
{
    // À COMPLÉTER : pour l'instant, chaque instruction est exécutée, dans l'ordre où les entités sont données.
    (base.exec(sql_creation<T>()), ...);
}

}  // namespace orm
