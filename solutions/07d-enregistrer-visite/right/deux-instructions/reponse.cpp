// Variante : inscrire si besoin, puis compter ; chaque instruction est sûre à elle seule, et la seconde rend le numéro
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <SQLiteCpp/VariadicBind.h>

int enregistrer_visite(SQLite::Database& base, const std::string& nom)
{
    SQLite::Statement inscription(base, "INSERT INTO utilisateurs (nom) VALUES (?) ON CONFLICT DO NOTHING");
    SQLite::bind(inscription, nom);
    inscription.exec();

    SQLite::Statement visite(base, "UPDATE utilisateurs SET visites = visites + 1 WHERE nom = ? RETURNING visites");
    SQLite::bind(visite, nom);
    int visites = 0;
    while (visite.executeStep()) {
        visites = visite.getColumn("visites");
    }
    return visites;
}
