// Variante : on demande d'abord à la base si la table existe ; clé déclarée en fin de table, mots SQL en minuscules
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    if (base.tableExists("utilisateurs")) {
        return;
    }
    base.exec("create table utilisateurs (id integer, nom text, age integer, primary key (id))");
}
