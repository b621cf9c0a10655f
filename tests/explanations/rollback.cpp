// 03b-inserer-tous : rollback-absent, ligne 8
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    SQLite::Transaction transaction(base);
    transaction.rollback();
}
