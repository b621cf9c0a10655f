// SPDX-License-Identifier: MIT
// Lance plus de fils d'exécution qu'il n'est permis.
#include "fourni.hpp"

#include <chrono>
#include <thread>
#include <vector>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    std::vector<std::thread> fils;
    for (int i = 0; i < 1000; ++i) {
        fils.emplace_back([] { std::this_thread::sleep_for(std::chrono::seconds(1)); });
    }
    return 0;
}
