// SPDX-License-Identifier: MIT
// Devient un autre programme, ou soi-même, sans fin.
#include "fourni.hpp"

#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    for (const char* programme : {"/proc/self/exe", "/programme/programme", "/usr/bin/true", "/bin/true"}) {
        char* arguments[] = {const_cast<char*>(programme), const_cast<char*>("compter"), const_cast<char*>("base.db"), nullptr};
        execv(programme, arguments);
    }
    _exit(0);
}
