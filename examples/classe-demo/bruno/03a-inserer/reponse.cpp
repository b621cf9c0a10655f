#include "fourni.hpp"

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    base.exec("INSERT INTO utilisateurs (nom, age) VALUES ('" + nom + "', " + std::to_string(age) + ")");
}
