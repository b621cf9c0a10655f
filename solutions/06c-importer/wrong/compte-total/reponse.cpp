// Échoue : ImportSuivant
// getTotalChanges() compte depuis l'ouverture de la connexion.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    SQLite::Transaction transaction(base);
    SQLite::Statement requete(base, "INSERT INTO commandes (numero, client, centimes) VALUES (?, ?, ?)");
    std::size_t lignes = 0;
    for (std::string ligne; std::getline(csv, ligne);) {
        const Commande commande = lire_commande(ligne);
        requete.bind(1, commande.numero);
        requete.bind(2, commande.client);
        requete.bind(3, commande.centimes);
        requete.exec();
        requete.reset();
        ++lignes;
    }
    transaction.commit();
    return static_cast<std::size_t>(base.getTotalChanges());
}
