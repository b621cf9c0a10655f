// Variante : sqlite3_open, dont les options sont toujours « lire, écrire, créer », et une connexion fermée à la main en cas d'échec
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

void FermeBase::operator()(sqlite3* base) const noexcept { sqlite3_close_v2(base); }

Base ouvrir(const std::filesystem::path& chemin)
{
    const std::string nom = chemin.string();
    sqlite3* base = nullptr;
    const int code = sqlite3_open(nom.c_str(), &base);
    if (code == SQLITE_OK) {
        return Base{base};
    }
    const std::string message = sqlite3_errmsg(base);  // une copie : le texte appartient à la connexion
    sqlite3_close(base);
    throw SQLite::Exception(message, code);
}
