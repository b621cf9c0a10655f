// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::size_t importer([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] std::istream& csv)
{
    // À COMPLÉTER : lire chaque ligne, l'insérer, et valider une fois à la fin.
    return 0;
}
