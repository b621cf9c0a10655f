// 08b-inserer : c-texte, ligne 6
#include "fourni.hpp"

void lier(sqlite3_stmt* requete, const Habitant& h)
{
    sqlite3_bind_text(requete, 1, h.nom, -1, SQLITE_TRANSIENT);
}
