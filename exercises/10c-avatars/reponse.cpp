// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

void enregistrer_avatar([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] std::int64_t id,
                        [[maybe_unused]] std::istream& image, [[maybe_unused]] std::int64_t taille)
{
    // À COMPLÉTER : faites la place, puis écrivez l'image par morceaux.
}

std::optional<std::int64_t> lire_avatar([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] std::int64_t id,
                                        [[maybe_unused]] std::ostream& sortie)
{
    // À COMPLÉTER : y a-t-il un avatar ? Lisez-le par morceaux.
    return std::nullopt;
}
