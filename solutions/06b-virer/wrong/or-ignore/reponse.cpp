// Échoue : PlafondDepasse
// OR IGNORE : le refus de la base ressemble à un compte inconnu.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>
#include <string>

namespace {

/// Ajoute `centimes`, qui peut être négatif, au solde du compte `id`.
void ajouter(SQLite::Database& base, std::int64_t id, std::int64_t centimes)
{
    SQLite::Statement requete(base, "UPDATE OR IGNORE comptes SET solde = solde + ? WHERE id = ?");
    requete.bind(1, centimes);
    requete.bind(2, id);
    if (requete.exec() != 1) {
        throw std::invalid_argument("compte inconnu : " + std::to_string(id));
    }
}

}  // namespace

void virer(SQLite::Database& base, std::int64_t de, std::int64_t vers, std::int64_t centimes)
{
    SQLite::Transaction transaction(base);
    ajouter(base, de, -centimes);
    ajouter(base, vers, centimes);  // si la base refuse, l'exception annule aussi le débit
    transaction.commit();
}
