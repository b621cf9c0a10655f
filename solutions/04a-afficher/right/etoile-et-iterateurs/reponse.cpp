// Variante : SELECT * comme en Python, chaque valeur lue par le nom de sa colonne, et rangée avant d'être écrite
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>
#include <vector>

namespace {

std::string ou_none(const SQLite::Column& colonne, const std::string& guillemet)
{
    return colonne.isNull() ? "None" : guillemet + colonne.getString() + guillemet;
}

}  // namespace

void afficher(SQLite::Database& base, std::ostream& sortie)
{
    std::vector<std::string> lignes;  // le fetchall de Python
    SQLite::Statement requete{base, "SELECT * FROM utilisateurs"};
    while (requete.executeStep()) {
        lignes.push_back("(" + ou_none(requete.getColumn("id"), "") + ", " + ou_none(requete.getColumn("nom"), "'") +
                         ", " + ou_none(requete.getColumn("age"), "") + ")");
    }
    std::copy(lignes.rbegin(), lignes.rend(), std::ostream_iterator<std::string>(sortie, "\n"));
}
