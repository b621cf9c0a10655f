// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    // À COMPLÉTER
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return 0;  // À COMPLÉTER
}
