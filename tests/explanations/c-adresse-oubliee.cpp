// 08b-inserer : c-adresse, ligne 7
#include "fourni.hpp"

void inserer(sqlite3* base, std::span<const Habitant> habitants)
{
    sqlite3_stmt* requete = nullptr;
    sqlite3_prepare_v2(base, "SELECT 1", -1, requete, nullptr);
}
