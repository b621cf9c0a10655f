// Variante : la colonne est demandée par son nom, et la requête s'étend sur deux lignes
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<std::string> plan(SQLite::Database& base, const std::string& sql)
{
    const std::string demande = std::string("explain query plan\n") + sql;
    SQLite::Statement requete(base, demande);
    std::vector<std::string> lignes;
    for (bool encore = requete.executeStep(); encore; encore = requete.executeStep()) {
        lignes.emplace_back(requete.getColumn("detail").getText());
    }
    return lignes;
}
