// SPDX-License-Identifier: MIT
// Des piles qui grandissent vers le bas, que la limite sur les données ne compte pas.
#include "fourni.hpp"

#include <cstring>
#include <sys/mman.h>
#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    for (int i = 0; i < 64; ++i) {
        void* bloc = mmap(nullptr, 8 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN | MAP_STACK, -1, 0);
        if (bloc == MAP_FAILED) {
            throw std::bad_alloc();
        }
        std::memset(bloc, 1, 8 << 20);
    }
    pause();
    return 0;
}
