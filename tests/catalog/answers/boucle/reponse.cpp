// SPDX-License-Identifier: MIT
// Tourne sans fin.
#include "fourni.hpp"

namespace {

volatile bool attendre = true;

}  // namespace

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    while (attendre) {
    }
    return 0;
}
