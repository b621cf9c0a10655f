// SPDX-License-Identifier: MIT
// Ne libère pas ce qu'elle alloue.
#include "fourni.hpp"

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    auto* n = new int(base.execAndGet("SELECT count(*) FROM notes").getInt());
    return *n;
}
