// Échoue : Obligatoire
// NOT NULL est oublié : toutes les colonnes passent pour facultatives.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>
#include <vector>

std::vector<Colonne> decrire(SQLite::Database& base, const std::string& table)
{
    SQLite::Statement requete(base, R"(SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid)");
    requete.bind(1, table);
    std::vector<Colonne> colonnes;
    while (requete.executeStep()) {
        Colonne colonne;
        colonne.nom = requete.getColumn("name").getString();
        colonne.type = requete.getColumn("type").getString();
        colonne.cle_primaire = requete.getColumn("pk").getInt() != 0;
        colonnes.push_back(colonne);
    }
    return colonnes;
}
