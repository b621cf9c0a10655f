#include "fourni.hpp"

void creer_table(SQLite::Database& base)
{
    const char* sql = nullptr;
    if (base.tableExists("utilisateur")) {
        sql = "SELECT 1";
    }
    base.exec(std::string(sql) + "CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER)");
}
