// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] std::int64_t id, [[maybe_unused]] int annees)
{
    // À COMPLÉTER : une instruction UPDATE, ses deux valeurs liées, et le nombre de lignes qu'elle a modifiées.
    return 0;
}
