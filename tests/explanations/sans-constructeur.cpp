// 03b-inserer-tous : constructeur-arguments, ligne 12
#include "fourni.hpp"

struct Coffre {
    explicit Coffre(int n) : nombre(n) {}
    int nombre;
};

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    Coffre coffre("A", 2);
}
