#include "fourni.hpp"

void inserer(SQLite::Database& base, const std::string& nom, int age)
{
    SQLite::Statement ajout(base, "INSERT INTO utilisateurs (nom, age) VALUES (:nom, :age)");
    ajout.bind(":nom", nom);
    ajout.bind(":age", age);
    ajout.exec();
}
