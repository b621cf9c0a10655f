// 09d-ecrire-avec-attente : duree-en-nombre, ligne 9
#include "fourni.hpp"

#include <sqlite3.h>

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    (void)nom;
    sqlite3_busy_timeout(base.getHandle(), delai);
    return true;
}
