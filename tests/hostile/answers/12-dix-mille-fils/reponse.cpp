// SPDX-License-Identifier: MIT
// Dix mille fils, qui attendent.
#include "fourni.hpp"

#include <pthread.h>
#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    for (int i = 0; i < 10000; ++i) {
        pthread_t fil;
        pthread_create(&fil, nullptr, [](void*) -> void* { pause(); return nullptr; }, nullptr);
    }
    pause();
    return 0;
}
