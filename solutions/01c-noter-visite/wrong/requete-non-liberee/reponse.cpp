// Échoue : FermeeApresChaqueAppel
// Une requête préparée vit encore quand on ferme : sqlite3_close rend 5 (SQLITE_BUSY), que personne ne lit, et ne ferme rien.
// SPDX-License-Identifier: MIT
#include <sqlite3.h>

#include "fourni.hpp"

void noter_visite(const std::string& chemin)
{
    sqlite3* base = nullptr;
    sqlite3_stmt* requete = nullptr;
    sqlite3_open_v2(chemin.c_str(), &base, SQLITE_OPEN_READWRITE, nullptr);
    sqlite3_prepare_v2(base, sql_visite, -1, &requete, nullptr);
    const int code = sqlite3_step(requete);
    sqlite3_close(base);
    if (code != SQLITE_DONE) {
        throw SQLite::Exception("la visite n'a pas pu être notée", code);
    }
}
