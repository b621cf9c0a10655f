// Échoue : RienSiUneLigneEstMauvaise
// La ligne mal formée est laissée de côté, et les autres sont validées.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <stdexcept>

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    SQLite::Transaction transaction(base);
    SQLite::Statement requete(base, "INSERT INTO commandes (numero, client, centimes) VALUES (?, ?, ?)");
    std::size_t lignes = 0;
    for (std::string ligne; std::getline(csv, ligne);) {
        Commande commande;
        try {
            commande = lire_commande(ligne);
        } catch (const std::invalid_argument&) {
            continue;
        }
        requete.bind(1, commande.numero);
        requete.bind(2, commande.client);
        requete.bind(3, commande.centimes);
        requete.exec();
        requete.reset();
        ++lignes;
    }
    transaction.commit();
    return lignes;
}
