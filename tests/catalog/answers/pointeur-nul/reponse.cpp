// SPDX-License-Identifier: MIT
// Suit un pointeur nul.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    const std::string* rien = nullptr;
    base.exec("INSERT INTO notes (texte) VALUES ('" + *rien + "')");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
