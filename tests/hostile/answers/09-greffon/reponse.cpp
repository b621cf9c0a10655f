// SPDX-License-Identifier: MIT
// Cherche à faire exécuter du code au compilateur : greffons, options et modules.
#include "fourni.hpp"

#pragma GCC optimize("-fplugin=/construction/attaque.so")
#pragma GCC target("-fplugin=/construction/attaque.so")
#pragma clang module load attaque
#pragma comment(compiler, "attaque")
#pragma comment(user, "attaque")

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
