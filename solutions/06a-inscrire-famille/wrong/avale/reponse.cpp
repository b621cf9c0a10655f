// Échoue : ExceptionQuiSort
// L'exception est interceptée : tout est bien annulé, mais personne n'en sait rien.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <iostream>

void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    try {
        SQLite::Transaction t(base);
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
        t.commit();
    } catch (const SQLite::Exception& erreur) {
        std::cerr << erreur.what() << '\n';
    }
}
