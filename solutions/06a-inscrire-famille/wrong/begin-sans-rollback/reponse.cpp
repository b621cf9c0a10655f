// Échoue : FamilleSuivante
// BEGIN et COMMIT à la main : quand une exception passe entre les deux, la transaction reste ouverte.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    base.exec("BEGIN");
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
    base.exec("COMMIT");
}
