// SPDX-License-Identifier: MIT
// Calcule sans fin à la compilation.
#include "fourni.hpp"

constexpr unsigned long long compte()
{
    unsigned long long n = 0;
    while (true) {
        ++n;
    }
    return n;
}
constexpr auto jamais = compte();

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
