// 03b-inserer-tous : fonction-dans-fonction, ligne 13
#include "fourni.hpp"

void inserer_tous(SQLite::Database& base, std::span<const Utilisateur> us)
{
    SQLite::Statement requete(base, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)");
    if (us.empty()) {
        return;

}

int autre()
{
    return 1;
}
