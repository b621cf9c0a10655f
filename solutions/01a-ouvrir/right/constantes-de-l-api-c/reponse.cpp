// Variante : les constantes de l'API C, qui ont les mêmes valeurs, et une variable nommée que la fonction rend
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

SQLite::Database ouvrir(const std::string& chemin)
{
    const int mode = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    SQLite::Database base(chemin.c_str(), mode);
    return base;
}
