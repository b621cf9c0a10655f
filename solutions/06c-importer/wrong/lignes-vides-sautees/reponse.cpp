// Échoue : RienSiUneLigneEstMauvaise
// Une ligne vide est mal formée, et non à sauter.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    SQLite::Transaction transaction(base);
    SQLite::Statement requete(base, "INSERT INTO commandes (numero, client, centimes) VALUES (?, ?, ?)");
    std::size_t lignes = 0;
    for (std::string ligne; std::getline(csv, ligne);) {
        if (ligne.empty()) {
            continue;
        }
        const Commande commande = lire_commande(ligne);
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
