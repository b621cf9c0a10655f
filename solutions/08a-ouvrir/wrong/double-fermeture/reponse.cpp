// Échoue : EchecSansPerte
// La connexion est fermée à la main, puis une seconde fois par la Base qui la possède.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void FermeBase::operator()(sqlite3* base) const noexcept
{
    sqlite3_close_v2(base);  // et non sqlite3_close, qui refuse tant qu'une requête vit
}

Base ouvrir(const std::filesystem::path& chemin)
{
    sqlite3* brute = nullptr;
    const int code = sqlite3_open_v2(chemin.c_str(), &brute, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Base base(brute);  // avant de lire le code : même une ouverture manquée donne une connexion à fermer
    if (code != SQLITE_OK) {
        const SQLite::Exception erreur(base.get(), code);
        sqlite3_close(brute);
        throw erreur;
    }
    return base;
}
