#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    base.exec("CREATE TABLE IF NOT EXISTS utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)");
}
