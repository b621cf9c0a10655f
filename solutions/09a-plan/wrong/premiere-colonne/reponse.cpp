// Échoue : UneTable
// La première colonne est un numéro.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<std::string> plan(SQLite::Database& base, const std::string& sql)
{
    std::vector<std::string> lignes;
    SQLite::Statement requete(base, "EXPLAIN QUERY PLAN " + sql);
    while (requete.executeStep()) {
        lignes.push_back(requete.getColumn(0).getString());
    }
    return lignes;
}
