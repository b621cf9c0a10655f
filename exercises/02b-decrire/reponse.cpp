// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>
#include <vector>

std::vector<Colonne> decrire([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& table)
{
    std::vector<Colonne> colonnes;
    // À COMPLÉTER : interrogez pragma_table_info, et ajoutez une Colonne par ligne obtenue.
    return colonnes;
}
