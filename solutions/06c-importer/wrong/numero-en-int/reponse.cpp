// Échoue : FichierEntier
// Un numéro de commande peut avoir 18 chiffres.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    SQLite::Transaction transaction(base);
    SQLite::Statement requete(base, "INSERT INTO commandes (numero, client, centimes) VALUES (?, ?, ?)");
    std::size_t lignes = 0;
    for (std::string ligne; std::getline(csv, ligne);) {
        const Commande commande = lire_commande(ligne);
        requete.bind(1, static_cast<int>(commande.numero));
        requete.bind(2, commande.client);
        requete.bind(3, commande.centimes);
        requete.exec();
        requete.reset();
        ++lignes;
    }
    transaction.commit();
    return lignes;
}
