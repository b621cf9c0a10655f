// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

void enregistrer_francais([[maybe_unused]] SQLite::Database& base)
{
    // À COMPLÉTER : enregistrez sur cette connexion l'ordre de tri FRANCAIS.
}
