// SPDX-License-Identifier: MIT
// Dort sans fin.
#include "fourni.hpp"

#include <chrono>
#include <thread>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    std::this_thread::sleep_for(std::chrono::hours(1));
    return 0;
}
