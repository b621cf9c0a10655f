// SPDX-License-Identifier: MIT
// Remplace la base par un lien qui tourne en rond, et son journal par un lien vers un secret.
#include "fourni.hpp"

#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    unlink("base.db");
    (void)!symlink("base.db", "base.db");
    (void)!symlink("/etc/passwd", "base.db-wal");
    (void)!symlink("/etc/passwd", "base.db-journal");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
