// SPDX-License-Identifier: MIT
// Remplace la base par un dossier.
#include "fourni.hpp"

#include <sys/stat.h>
#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    unlink("base.db");
    mkdir("base.db", 0777);
    mkdir("base.db/base.db", 0);
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
