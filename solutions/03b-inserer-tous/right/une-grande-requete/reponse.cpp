// Variante : une seule requête, exécutée une seule fois, avec autant de couples de marqueurs que d'habitants
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    if (us.empty()) {
        return;
    }
    std::string sql = "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)";
    for (const Utilisateur& u [[maybe_unused]] : us.subspan(1)) {
        sql += ", (?, ?)";
    }
    SQLite::Statement requete(base, sql);
    int position = 0;
    for (const Utilisateur& u : us) {
        requete.bind(++position, u.nom);
        ++position;
        if (u.age) {
            requete.bind(position, *u.age);
        }
    }
    requete.exec();
}
