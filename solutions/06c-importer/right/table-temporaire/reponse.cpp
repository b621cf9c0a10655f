// Variante : une table temporaire reçoit les lignes, une seule instruction les recopie
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    base.exec(
        "DROP TABLE IF EXISTS temp.recues; CREATE TEMP TABLE recues (numero INTEGER, client TEXT, centimes INTEGER)");
    SQLite::Statement requete(base, "INSERT INTO temp.recues VALUES (?, ?, ?)");
    std::string ligne;
    while (std::getline(csv, ligne)) {
        const Commande commande = lire_commande(ligne);
        requete.bind(1, commande.numero);
        requete.bind(2, commande.client);
        requete.bind(3, commande.centimes);
        requete.exec();
        requete.reset();
    }
    return static_cast<std::size_t>(base.exec("INSERT INTO commandes SELECT * FROM temp.recues"));
}
