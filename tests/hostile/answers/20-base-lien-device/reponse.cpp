// SPDX-License-Identifier: MIT
// Remplace la base par un lien vers un périphérique sans fin.
#include "fourni.hpp"

#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    unlink("base.db");
    (void)!symlink("/dev/zero", "base.db");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
