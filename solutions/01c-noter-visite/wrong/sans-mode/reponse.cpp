// Échoue : UneVisiteParAppel
// Sans mode, SQLiteCpp ouvre en lecture seule : l'écriture est refusée (code 8).
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void noter_visite(const std::string& chemin)
{
    SQLite::Database base(chemin);
    base.exec(sql_visite);
}
