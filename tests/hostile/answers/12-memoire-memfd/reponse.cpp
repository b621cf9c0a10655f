// SPDX-License-Identifier: MIT
// De la mémoire dans un fichier sans nom.
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
    for (int i = 0; i < 32; ++i) {
        const int fichier = memfd_create("attaque", 0);
        void* bloc = fichier < 0 || ftruncate(fichier, 16 << 20) != 0 ? MAP_FAILED : mmap(nullptr, 16 << 20, PROT_READ | PROT_WRITE, MAP_SHARED, fichier, 0);
        if (bloc == MAP_FAILED) {
            throw std::bad_alloc();
        }
        std::memset(bloc, 1, 16 << 20);
    }
    pause();
    return 0;
}
