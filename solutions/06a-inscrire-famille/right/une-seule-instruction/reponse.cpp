// Variante : une seule instruction est déjà tout ou rien, sans BEGIN
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <cstddef>

void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    if (us.empty()) {
        return;
    }
    std::string sql = "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)";
    for (std::size_t i = 1; i < us.size(); ++i) {
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
