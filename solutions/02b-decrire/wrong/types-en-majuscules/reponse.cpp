// Échoue : NomsEtTypes
// Le type est retouché : varchar(8) devient VARCHAR(8), qui n'est pas ce que dit la base.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>
#include <vector>

std::vector<Colonne> decrire(SQLite::Database& base, const std::string& table)
{
    // La forme « fonction » du pragma accepte un marqueur : le nom, lié, n'est jamais lu comme du SQL.
    SQLite::Statement requete(
        base, R"(SELECT name, upper(type) AS type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid)");
    requete.bind(1, table);
    std::vector<Colonne> colonnes;
    while (requete.executeStep()) {
        Colonne colonne;
        colonne.nom = requete.getColumn("name").getString();
        colonne.type = requete.getColumn("type").getString();
        colonne.obligatoire = requete.getColumn("notnull").getInt() != 0;
        colonne.cle_primaire = requete.getColumn("pk").getInt() != 0;  // le rang dans la clé, ou 0
        colonnes.push_back(colonne);
    }
    return colonnes;  // une table absente n'a donné aucune ligne : le vecteur est vide
}
