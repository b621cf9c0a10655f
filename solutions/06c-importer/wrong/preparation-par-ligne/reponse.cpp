// Échoue : UneSeulePreparation
// La requête est préparée de nouveau pour chaque ligne.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    SQLite::Transaction transaction(base);
    std::size_t lignes{};
    std::string texte;
    while (std::getline(csv, texte)) {
        const auto [numero, client, centimes] = lire_commande(texte);
        SQLite::Statement insertion(base, "INSERT INTO commandes VALUES (:numero, :client, :centimes)");
        insertion.bind(":numero", numero);
        insertion.bind(":client", client);
        insertion.bind(":centimes", centimes);
        insertion.exec();
        lignes += 1;
    }
    transaction.commit();
    return lignes;
}
