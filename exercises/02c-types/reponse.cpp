// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante([[maybe_unused]] SQLite::Database& base)
{
    // À COMPLÉTER : créez une table qui refuse les mauvaises lignes, et elles seules.
}
