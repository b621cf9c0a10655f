#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    base.exec("DROP TABLE IF EXISTS utilisateurs");
    base.exec("CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)");
}
