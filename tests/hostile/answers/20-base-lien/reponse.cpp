// SPDX-License-Identifier: MIT
// Remplace la base par un lien vers un autre fichier.
#include "fourni.hpp"

#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    unlink("base.db");
    (void)!symlink("/etc/passwd", "base.db");
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    unlink("base.db");
    return -1;
}
