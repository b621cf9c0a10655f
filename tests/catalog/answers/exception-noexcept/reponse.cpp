// SPDX-License-Identifier: MIT
// Une exception sort d'une fonction noexcept.
#include "fourni.hpp"

#include <stdexcept>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

namespace {

int lignes() noexcept
{
    throw std::runtime_error("le carnet est fermé");
}

}  // namespace

int compter([[maybe_unused]] SQLite::Database& base)
{
    return lignes();
}
