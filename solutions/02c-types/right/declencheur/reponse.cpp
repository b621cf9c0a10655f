// Variante : un déclencheur annule l'insertion des mauvaises lignes
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table_exigeante(SQLite::Database& base)
{
    base.exec("CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY AUTOINCREMENT, nom VARCHAR(50) NOT NULL, age INT)");
    base.exec(R"(
        CREATE TRIGGER utilisateurs_surveilles AFTER INSERT ON utilisateurs
        WHEN NEW.nom = '' OR length(NEW.nom) > 50 OR typeof(NEW.age) NOT IN ('integer', 'null')
        BEGIN
            SELECT RAISE(ABORT, 'nom ou âge refusé');
        END
    )");
}
