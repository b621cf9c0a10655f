// Variante : l'instruction PRAGMA elle-même, le nom mis entre guillemets doubles et ses guillemets doublés
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>
#include <vector>

namespace {

std::string identifiant(const std::string& nom)
{
    std::string resultat{'"'};
    for (const char c : nom) {
        resultat += c;
        if (c == '"') {
            resultat += '"';
        }
    }
    return resultat + '"';
}

}  // namespace

std::vector<Colonne> decrire(SQLite::Database& base, const std::string& table)
{
    std::vector<Colonne> colonnes;
    SQLite::Statement requete(base, "PRAGMA table_info(" + identifiant(table) + ")");
    while (requete.executeStep()) {
        // cid, name, type, notnull, dflt_value, pk
        colonnes.push_back({requete.getColumn(1).getText(), requete.getColumn(2).getText(),
                            requete.getColumn(3).getInt() == 1, requete.getColumn(5).getInt() > 0});
    }
    return colonnes;
}
