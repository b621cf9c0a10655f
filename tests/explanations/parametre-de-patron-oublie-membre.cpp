// 03b-inserer-tous : parametre-de-patron, ligne 5
#include "fourni.hpp"

struct Lot {
    std::vector ages;
};

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    (void)us;
}
