// Échoue : RequeteEnVie
// FermeBase libère des requêtes qui ne sont pas à elle.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void FermeBase::operator()(sqlite3* base) const noexcept
{
    while (sqlite3_stmt* requete = sqlite3_next_stmt(base, nullptr)) {
        sqlite3_finalize(requete);
    }
    sqlite3_close(base);
}

Base ouvrir(const std::filesystem::path& chemin)
{
    sqlite3* brute = nullptr;
    const int code = sqlite3_open_v2(chemin.c_str(), &brute, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Base base(brute);  // avant de lire le code : même une ouverture manquée donne une connexion à fermer
    if (code != SQLITE_OK) {
        throw SQLite::Exception(base.get(), code);
    }
    return base;
}
