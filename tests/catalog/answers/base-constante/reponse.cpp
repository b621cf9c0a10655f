// SPDX-License-Identifier: MIT
// Modifie ce qui est constant.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    texte += "!";
    base.exec("INSERT INTO notes (texte) VALUES ('x')");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
