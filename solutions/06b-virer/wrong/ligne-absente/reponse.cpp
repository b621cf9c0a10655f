// Échoue : CompteInconnu
// Zéro ligne modifiée n'est pas une erreur pour SQL : l'argent part vers un compte qui n'existe pas.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>
#include <string>

namespace {

/// Ajoute `centimes`, qui peut être négatif, au solde du compte `id`.
void ajouter(SQLite::Database& base, std::int64_t id, std::int64_t centimes)
{
    SQLite::Statement requete(base, "UPDATE comptes SET solde = solde + ? WHERE id = ?");
    requete.bind(1, centimes);
    requete.bind(2, id);
    requete.exec();
}

}  // namespace

void virer(SQLite::Database& base, std::int64_t de, std::int64_t vers, std::int64_t centimes)
{
    SQLite::Transaction transaction(base);
    ajouter(base, de, -centimes);
    ajouter(base, vers, centimes);  // si la base refuse, l'exception annule aussi le débit
    transaction.commit();
}
