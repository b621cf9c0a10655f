// Variante : BEGIN, COMMIT et ROLLBACK à la main, sqlite3_changes pour compter les lignes
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <stdexcept>
#include <string>

void virer(SQLite::Database& base, std::int64_t de, std::int64_t vers, std::int64_t centimes)
{
    const auto modifier = [&](const std::string& calcul, std::int64_t id) {
        // Des entiers seulement : rien que l'on puisse injecter.
        base.exec("UPDATE comptes SET solde = solde " + calcul + " WHERE id = " + std::to_string(id));
        if (sqlite3_changes(base.getHandle()) == 0) {
            throw std::invalid_argument("compte inconnu");
        }
    };
    base.exec("BEGIN");
    try {
        modifier("- " + std::to_string(centimes), de);
        modifier("+ " + std::to_string(centimes), vers);
        base.exec("COMMIT");
    } catch (...) {
        base.exec("ROLLBACK");
        throw;
    }
}
