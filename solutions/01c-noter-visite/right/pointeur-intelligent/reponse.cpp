// Variante : std::unique_ptr appelle delete lui-même, y compris quand une exception passe
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <memory>

void noter_visite(const std::string& chemin)
{
    const auto base = std::make_unique<SQLite::Database>(chemin, SQLite::OPEN_READWRITE);
    base->exec(sql_visite);
}
