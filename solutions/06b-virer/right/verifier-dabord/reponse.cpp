// Variante : les comptes sont lus avant d'écrire, dans la même transaction ; le solde est recalculé en C++
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>

namespace {

std::int64_t lire_solde(SQLite::Database& base, std::int64_t id)
{
    SQLite::Statement requete(base, "SELECT solde FROM comptes WHERE id = ?");
    requete.bind(1, id);
    if (!requete.executeStep()) {
        throw std::invalid_argument("compte inconnu");
    }
    return requete.getColumn(0).getInt64();
}

void ecrire_solde(SQLite::Database& base, std::int64_t id, std::int64_t solde)
{
    SQLite::Statement requete(base, "UPDATE comptes SET solde = ? WHERE id = ?");
    requete.bind(1, solde);
    requete.bind(2, id);
    requete.exec();
}

}  // namespace

void virer(SQLite::Database& base, std::int64_t de, std::int64_t vers, std::int64_t centimes)
{
    SQLite::Transaction transaction(base);
    const std::int64_t reste = lire_solde(base, de) - centimes;
    const std::int64_t recu = lire_solde(base, vers) + centimes;
    ecrire_solde(base, vers, recu);
    ecrire_solde(base, de, reste);
    transaction.commit();
}
