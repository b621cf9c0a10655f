// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::optional<Utilisateur> chercher([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] std::int64_t id)
{
    // À COMPLÉTER : une requête, un id lié, et une ligne… ou aucune.
    return std::nullopt;
}
