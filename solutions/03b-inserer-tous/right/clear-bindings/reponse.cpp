// Variante : clearBindings() remet tous les marqueurs à NULL avant chaque habitant, dans une transaction
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Transaction transaction(base);
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (:nom, :age)");
    for (const auto& [id, nom, age] : us) {
        requete.reset();
        requete.clearBindings();
        requete.bind(":nom", nom);
        if (age) {
            requete.bind(":age", *age);
        }
        requete.exec();
    }
    transaction.commit();
}
