// 08d-lire-valeur : c-octets-de-texte, ligne 6
#include "fourni.hpp"

std::string plus_long(sqlite3_stmt* requete, int colonne)
{
    std::string texte = sqlite3_column_text(requete, colonne);
    return texte;
}
