// Échoue : ToutOuRien
// Chaque insertion est validée dès qu'elle réussit : les premiers membres restent inscrits.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement insertion(base, "INSERT INTO utilisateurs (nom, age) VALUES (:nom, :age)");
    for (const auto& [id, nom, age] : us) {
        insertion.reset();
        insertion.clearBindings();
        insertion.bind(":nom", nom);
        if (age) {
            insertion.bind(":age", *age);
        }
        insertion.exec();
    }
}
