// Variante : une seule instruction est déjà tout ou rien, et ne fait rien s'il manque un compte
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>

void virer(SQLite::Database& base, std::int64_t de, std::int64_t vers, std::int64_t centimes)
{
    SQLite::Statement requete(base, "WITH mouvements (compte, somme) AS (VALUES (?1, -?3), (?2, ?3)) "
                                    "UPDATE comptes SET solde = solde + somme FROM mouvements WHERE id = compte "
                                    "AND (SELECT count(*) FROM comptes WHERE id IN (?1, ?2)) = 2");
    requete.bind(1, de);
    requete.bind(2, vers);
    requete.bind(3, centimes);
    if (requete.exec() != 2) {
        throw std::invalid_argument("il manque un compte");
    }
}
