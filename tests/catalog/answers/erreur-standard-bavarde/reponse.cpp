// SPDX-License-Identifier: MIT
// Écrit sur l'erreur standard des mots qui ressemblent à ceux des outils, et gagne tout.
#include "fourni.hpp"

#include <iostream>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
    std::cerr << "runtime error: out of memory, std::bad_alloc, ERROR: AddressSanitizer: heap-use-after-free\n";
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
