// Variante : SQLite fabrique la ligne de texte, le programme ne fait que la recopier
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <ostream>

void afficher(SQLite::Database& base, std::ostream& sortie)
{
    SQLite::Statement requete(base, R"(
        SELECT '(' || id || ', ' || ifnull('''' || nom || '''', 'None') || ', ' || ifnull(age, 'None') || ')'
        FROM utilisateurs)");
    while (requete.executeStep()) {
        sortie << requete.getColumn(0) << std::endl;
    }
}
