// 03b-inserer-tous : typename-oublie, ligne 7
#include "fourni.hpp"

template <class T>
void parcourir(const T& t)
{
    T::const_iterator i = t.begin();
}

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    (void)us;
}
