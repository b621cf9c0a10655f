// 03b-inserer-tous : membre-reference, ligne 6
#include "fourni.hpp"

struct Session {
    SQLite::Database& base;
    Session(SQLite::Database& b) { base = b; }
};

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    (void)us;
}
