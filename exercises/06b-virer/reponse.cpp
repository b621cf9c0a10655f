// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void virer([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] std::int64_t de,
           [[maybe_unused]] std::int64_t vers, [[maybe_unused]] std::int64_t centimes)
{
    // À COMPLÉTER : débiter, créditer, et valider si tout s'est bien passé.
}
