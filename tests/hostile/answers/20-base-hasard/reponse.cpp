// SPDX-License-Identifier: MIT
// Remplace toutes les pages de la base par du hasard, en gardant son en-tête.
#include "fourni.hpp"

#include <fstream>
#include <random>

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    std::mt19937 alea(1);
    std::fstream fichier("base.db", std::ios::in | std::ios::out | std::ios::binary);
    fichier.seekp(100);
    for (int i = 0; i < 100000; ++i) {
        fichier.put(static_cast<char>(alea()));
    }
}

int compter(SQLite::Database& base)
{
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
