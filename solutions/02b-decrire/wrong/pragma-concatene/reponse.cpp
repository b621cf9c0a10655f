// Échoue : NomsDifficiles
// Le nom collé dans le texte SQL : la moindre apostrophe ou espace casse la requête.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>
#include <vector>

std::vector<Colonne> decrire(SQLite::Database& base, const std::string& table)
{
    SQLite::Statement requete(base, "PRAGMA table_info(" + table + ")");
    std::vector<Colonne> colonnes;
    while (requete.executeStep()) {
        Colonne colonne;
        colonne.nom = requete.getColumn("name").getString();
        colonne.type = requete.getColumn("type").getString();
        colonne.obligatoire = requete.getColumn("notnull").getInt() != 0;
        colonne.cle_primaire = requete.getColumn("pk").getInt() != 0;
        colonnes.push_back(colonne);
    }
    return colonnes;
}
