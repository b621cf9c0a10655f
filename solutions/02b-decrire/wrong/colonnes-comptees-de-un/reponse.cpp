// Échoue : NomsEtTypes
// Les marqueurs se comptent à partir de 1, mais les valeurs d'une ligne à partir de 0 : tout est décalé.
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
        colonne.nom = requete.getColumn(1).getString();
        colonne.type = requete.getColumn(2).getString();
        colonne.obligatoire = requete.getColumn("notnull").getInt() != 0;
        colonne.cle_primaire = requete.getColumn("pk").getInt() != 0;
        colonnes.push_back(colonne);
    }
    return colonnes;
}
