// 03b-inserer-tous : parametre-non-deduit, ligne 13
#include "fourni.hpp"

template <class T>
T valeur()
{
    return T{};
}

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    (void)valeur();
}
