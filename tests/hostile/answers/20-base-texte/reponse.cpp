// SPDX-License-Identifier: MIT
// Remplace la base par du texte.
#include "fourni.hpp"

#include <fstream>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    std::ofstream("base.db") << "[  PASSED  ] 2 tests.\n::error::attaque\n";
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
