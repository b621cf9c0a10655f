// Variante : tout le fichier devient un texte JSON, lié une fois, inséré par une seule instruction
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::size_t importer(SQLite::Database& base, std::istream& csv)
{
    std::string json = "[";
    for (std::string ligne; std::getline(csv, ligne);) {
        const Commande commande = lire_commande(ligne);
        json += json.size() > 1 ? ", [" : "[";
        json += std::to_string(commande.numero) + ", \"";
        for (const char c : commande.client) {
            json += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
        }
        json += "\", " + std::to_string(commande.centimes) + ']';
    }
    SQLite::Statement requete(base, "INSERT INTO commandes (numero, client, centimes) "
                                    "SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?)");
    requete.bind(1, json + ']');
    return static_cast<std::size_t>(requete.exec());
}
