// Échoue : Erreur
// L'exception est avalée : une requête fausse a l'air d'avoir un plan vide.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<std::string> plan(SQLite::Database& base, const std::string& sql)
{
    std::vector<std::string> lignes;
    if (base.tryExec("EXPLAIN QUERY PLAN " + sql) != 0) {
        return lignes;
    }
    SQLite::Statement requete(base, "EXPLAIN QUERY PLAN " + sql);
    while (requete.executeStep()) {
        lignes.push_back(requete.getColumn(3).getString());
    }
    return lignes;
}
