// Échoue : ToutOuRien
// L'objet sans nom est détruit à la fin de sa ligne : la transaction est annulée avant la première insertion.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Transaction{base};
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
