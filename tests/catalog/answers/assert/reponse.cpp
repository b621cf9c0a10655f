// SPDX-License-Identifier: MIT
// Son assert est faux.
#include "fourni.hpp"

#include <cassert>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    const int n = 0;
    assert(n > 0);
    return n;
}
