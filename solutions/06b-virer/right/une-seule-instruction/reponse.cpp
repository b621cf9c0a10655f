// Variante : un seul UPDATE pour les deux comptes, dans une transaction pour le compte inconnu
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>

void virer(SQLite::Database& base, std::int64_t de, std::int64_t vers, std::int64_t centimes)
{
    SQLite::Transaction transaction(base, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement requete(base, "UPDATE comptes SET solde = solde + iif(id = :vers, :somme, -:somme) "
                                    "WHERE id IN (:de, :vers)");
    requete.bind(":somme", centimes);
    requete.bind(":de", de);
    requete.bind(":vers", vers);
    if (requete.exec() < 2) {
        throw std::invalid_argument("il manque un compte");
    }
    transaction.commit();
}
