// Échoue : Marqueurs
// Les requêtes à marqueurs sont refusées, faute de valeurs.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<std::string> plan(SQLite::Database& base, const std::string& sql)
{
    std::vector<std::string> lignes;
    SQLite::Statement requete(base, "EXPLAIN QUERY PLAN " + sql);
    if (requete.getBindParameterCount() > 0) {
        throw std::invalid_argument("il manque les valeurs");
    }
    while (requete.executeStep()) {
        lignes.push_back(requete.getColumn(3).getString());
    }
    return lignes;
}
