// SPDX-License-Identifier: MIT
// Remplace la base par un tube nommé, où lire n'en finit pas.
#include "fourni.hpp"

#include <sys/stat.h>
#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    unlink("base.db");
    mkfifo("base.db", 0666);
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
