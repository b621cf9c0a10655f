// SPDX-License-Identifier: MIT
// Remplace la base par un fichier de trous, juste sous la limite.
#include "fourni.hpp"

#include <fcntl.h>
#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    unlink("base.db");
    const int d = open("base.db", O_CREAT | O_RDWR, 0666);
    (void)!ftruncate(d, (64L << 20) - 1);
    (void)!pwrite(d, "SQLite format 3", 16, 0);
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
