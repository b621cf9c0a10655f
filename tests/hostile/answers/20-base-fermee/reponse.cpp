// SPDX-License-Identifier: MIT
// Ferme à clef sa base et son dossier.
#include "fourni.hpp"

#include <sys/stat.h>
#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    chmod("base.db", 0);
    chmod(".", 0);
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
