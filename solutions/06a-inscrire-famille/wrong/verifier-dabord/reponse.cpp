// Échoue : ToutOuRien
// Tout est vérifié avant d'insérer, sauf que deux membres peuvent porter le même nom.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <stdexcept>
void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    for (const auto& u : us) {
        SQLite::Statement q(base, "SELECT 1 FROM utilisateurs WHERE nom = ?");
        q.bind(1, u.nom);
        if (q.executeStep())
            throw SQLite::Exception("UNIQUE constraint failed: utilisateurs.nom", 19);
        if (u.age && (*u.age < 0 || *u.age > 150))
            throw SQLite::Exception("CHECK constraint failed: age", 19);
    }
    SQLite::Statement q(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    for (const auto& u : us) {
        q.reset();
        q.clearBindings();
        q.bind(1, u.nom);
        if (u.age)
            q.bind(2, *u.age);
        q.exec();
    }
}
