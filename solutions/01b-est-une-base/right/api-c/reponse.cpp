// Variante : l'API C, un code de retour à chaque étape, et une poignée que l'on ferme toujours
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>
#include <sys/stat.h>

bool est_une_base(const std::string& chemin)
{
    struct stat fichier {};
    if (stat(chemin.c_str(), &fichier) != 0 || !S_ISREG(fichier.st_mode)) {
        return false;
    }
    sqlite3* base = nullptr;
    int code = sqlite3_open_v2(chemin.c_str(), &base, SQLITE_OPEN_READONLY, nullptr);
    if (code == SQLITE_OK) {
        code = sqlite3_exec(base, "SELECT 1 FROM sqlite_master", nullptr, nullptr, nullptr);
    }
    sqlite3_close(base);
    return code == SQLITE_OK;
}
