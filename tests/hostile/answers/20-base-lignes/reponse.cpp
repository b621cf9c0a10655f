// SPDX-License-Identifier: MIT
// Cent mille lignes là où l'on en attend deux.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    base.exec("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO notes (texte) SELECT 'attaque ' || i FROM n");
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
