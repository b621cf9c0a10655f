// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

bool ecrire_avec_attente([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& nom,
                         [[maybe_unused]] std::chrono::milliseconds delai)
{
    // À COMPLÉTER : attendre son tour, lire le plus grand numéro, écrire la ligne ; ou renoncer.
    return false;
}
