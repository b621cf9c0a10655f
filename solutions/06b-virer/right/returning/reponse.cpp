// Variante : le crédit d'abord, UPDATE … RETURNING, et une petite classe qui valide ou annule
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>
#include <utility>
void virer(SQLite::Database& base, std::int64_t de, std::int64_t vers, std::int64_t centimes)
{
    base.exec("BEGIN EXCLUSIVE");
    struct Garde {
        SQLite::Database& b;
        bool ok{};
        ~Garde() { b.tryExec(ok ? "COMMIT" : "ROLLBACK"); }
    } garde{base};
    for (auto [id, somme] : {std::pair{vers, centimes}, std::pair{de, -centimes}}) {
        SQLite::Statement q(base, "UPDATE comptes SET solde = solde + :s WHERE id = :i RETURNING solde");
        q.bind(":s", somme);
        q.bind(":i", id);
        if (!q.executeStep())
            throw std::invalid_argument("compte " + std::to_string(id));
        while (q.executeStep()) {
        }
    }
    garde.ok = true;
}
