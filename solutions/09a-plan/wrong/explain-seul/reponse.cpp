// Échoue : UneTable
// EXPLAIN sans QUERY PLAN : le programme de la machine interne.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<std::string> plan(SQLite::Database& base, const std::string& sql)
{
    std::vector<std::string> lignes;
    SQLite::Statement requete(base, "EXPLAIN " + sql);
    while (requete.executeStep()) {
        lignes.push_back(requete.getColumn(3).getString());
    }
    return lignes;
}
