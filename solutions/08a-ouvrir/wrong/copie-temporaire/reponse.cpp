// Échoue : NomsLongs
// chemin.string() est une copie, détruite à la fin de la ligne : c_str() désigne alors de la mémoire libérée.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void FermeBase::operator()(sqlite3* base) const noexcept
{
    sqlite3_close_v2(base);  // et non sqlite3_close, qui refuse tant qu'une requête vit
}

Base ouvrir(const std::filesystem::path& chemin)
{
    sqlite3* brute = nullptr;
    const char* const nom = chemin.string().c_str();
    const int code = sqlite3_open_v2(nom, &brute, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Base base(brute);  // avant de lire le code : même une ouverture manquée donne une connexion à fermer
    if (code != SQLITE_OK) {
        throw SQLite::Exception(base.get(), code);
    }
    return base;
}
