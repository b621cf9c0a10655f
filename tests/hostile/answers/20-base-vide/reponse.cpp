// SPDX-License-Identifier: MIT
// Vide la base.
#include "fourni.hpp"

#include <fcntl.h>
#include <unistd.h>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    close(open("base.db", O_WRONLY | O_TRUNC));
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
