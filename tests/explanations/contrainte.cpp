// 03b-inserer-tous : contrainte, ligne 13
#include "fourni.hpp"

template <std::integral T>
T doubler(T n)
{
    return n + n;
}

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    (void)doubler(us[0].nom);
}
