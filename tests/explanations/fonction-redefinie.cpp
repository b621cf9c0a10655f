// 03b-inserer-tous : deja-defini, ligne 5
#include "fourni.hpp"

int un() { return 1; }
int un() { return 2; }

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    (void)us;
}
