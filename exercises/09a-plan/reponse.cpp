// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<std::string> plan([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& sql)
{
    // À COMPLÉTER : demander son plan à SQLite, et en garder la colonne detail.
    return {};
}
