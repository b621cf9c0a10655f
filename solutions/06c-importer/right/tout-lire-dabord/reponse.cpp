// Variante : le fichier est lu et vérifié en entier avant d'ouvrir la transaction
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <vector>

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    std::vector<Commande> commandes;
    for (std::string ligne; std::getline(csv, ligne);) {
        commandes.push_back(lire_commande(ligne));
    }
    SQLite::Transaction transaction(base, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement requete(base, "INSERT INTO commandes (numero, client, centimes) VALUES (:n, :c, :m)");
    for (const Commande& commande : commandes) {
        requete.bind(":n", commande.numero);
        requete.bind(":c", commande.client);
        requete.bind(":m", commande.centimes);
        requete.exec();
        requete.reset();
    }
    transaction.commit();
    return commandes.size();
}
