// SPDX-License-Identifier: MIT
// Vide la base.
#include "fourni.hpp"

#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    (void)!truncate("base.db", 0);
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
