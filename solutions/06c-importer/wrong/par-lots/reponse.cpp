// Échoue : UneSeuleValidation
// Une validation toutes les mille lignes : rapide, mais plus tout ou rien.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    base.exec("BEGIN");
    SQLite::Statement insertion(base, "INSERT INTO commandes VALUES (:numero, :client, :centimes)");
    std::size_t total = 0;
    std::string texte;
    try {
        while (std::getline(csv, texte)) {
            const auto [numero, client, centimes] = lire_commande(texte);
            insertion.bind(":numero", numero);
            insertion.bind(":client", client);
            insertion.bind(":centimes", centimes);
            insertion.exec();
            insertion.reset();
            if (++total % 1000 == 0) {
                base.exec("COMMIT");
                base.exec("BEGIN");
            }
        }
    } catch (...) {
        base.exec("ROLLBACK");
        throw;
    }
    base.exec("COMMIT");
    return total;
}
