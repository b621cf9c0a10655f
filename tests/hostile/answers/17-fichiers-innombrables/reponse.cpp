// SPDX-License-Identifier: MIT
// Des fichiers minuscules, sans fin.
#include "fourni.hpp"

#include <fcntl.h>
#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    for (int i = 0;; ++i) {
        close(open(("attaque-" + std::to_string(i)).c_str(), O_CREAT | O_WRONLY, 0));
    }
}
