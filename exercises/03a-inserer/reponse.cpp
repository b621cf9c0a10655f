// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& nom, [[maybe_unused]] int age)
{
    // À COMPLÉTER : préparez la requête, liez le nom et l'âge, exécutez.
}
