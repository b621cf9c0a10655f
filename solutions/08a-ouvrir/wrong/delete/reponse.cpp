// Échoue : SeFermeSeule
// Une connexion ne se rend pas par delete.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void FermeBase::operator()(sqlite3* base) const noexcept { delete base; }

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
