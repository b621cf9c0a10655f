// Échoue : RienNEstExecute
// La requête est d'abord exécutée, « pour voir ».
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<std::string> plan(SQLite::Database& base, const std::string& sql)
{
    std::vector<std::string> lignes;
    SQLite::Statement(base, sql).executeStep();
    SQLite::Statement requete(base, "EXPLAIN QUERY PLAN " + sql);
    while (requete.executeStep()) {
        lignes.push_back(requete.getColumn(3).getString());
    }
    return lignes;
}
