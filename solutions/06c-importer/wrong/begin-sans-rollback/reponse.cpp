// Échoue : ImportSuivant
// BEGIN et COMMIT à la main : quand une exception passe entre les deux, la transaction reste ouverte.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    base.exec("BEGIN");
    SQLite::Statement insertion(base, "INSERT INTO commandes VALUES (:numero, :client, :centimes)");
    std::size_t total = 0;
    std::string texte;
    while (std::getline(csv, texte)) {
        const auto [numero, client, centimes] = lire_commande(texte);
        insertion.bind(":numero", numero);
        insertion.bind(":client", client);
        insertion.bind(":centimes", centimes);
        insertion.exec();
        insertion.reset();
        ++total;
    }
    base.exec("COMMIT");
    return total;
}
