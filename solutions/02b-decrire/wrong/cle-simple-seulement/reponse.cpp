// Échoue : ClePrimaire
// pk est un rang : la deuxième colonne d'une clé vaut 2, et n'est pas reconnue ici.
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
        colonne.obligatoire = requete.getColumn("notnull").getInt() != 0;
        colonne.cle_primaire = requete.getColumn("pk").getInt() == 1;
        colonnes.push_back(colonne);
    }
    return colonnes;
}
