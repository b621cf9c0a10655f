// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

void enregistrer_sans_accents([[maybe_unused]] SQLite::Database& base)
{
    // À COMPLÉTER : enregistrez sur cette connexion la fonction SQL sans_accents, d'un argument.
}
