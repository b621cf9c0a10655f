// 03b-inserer-tous : deja-defini, ligne 4
#include "fourni.hpp"

struct Utilisateur {
    std::string nom;
};

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    (void)us;
}
