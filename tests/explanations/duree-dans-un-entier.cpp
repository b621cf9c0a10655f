// 09d-ecrire-avec-attente : duree-en-nombre, ligne 7
#include "fourni.hpp"

bool ecrire_avec_attente(SQLite::Database& base, const std::string& nom, std::chrono::milliseconds delai)
{
    (void)nom;
    const int attente = delai;
    base.setBusyTimeout(attente);
    return true;
}
