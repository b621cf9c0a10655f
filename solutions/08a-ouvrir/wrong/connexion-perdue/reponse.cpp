// Échoue : EchecSansPerte
// L'exception part avant que la connexion n'ait un propriétaire : même manquée, une ouverture donne une connexion à fermer.
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
    if (SQLITE_OK != code) {
        throw SQLite::Exception(brute, code);
    }
    return Base(brute);
}
