// SPDX-License-Identifier: MIT
// Charge du code d'ailleurs, et du code qu'il vient d'écrire.
#include "fourni.hpp"

#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <fstream>
#include <sys/mman.h>
#include <unistd.h>

namespace {

/// Un essai qui réussit se voit dans le verdict.
void essai(bool reussi, const std::string& quoi)
{
    if (reussi) {
        throw std::runtime_error("échappé : " + quoi);
    }
}

void attaquer()
{
    for (const char* fichier : {"/programme/programme", "./attaque.so", "base.db", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libcrypt.so.1"}) {
        dlopen(fichier, RTLD_NOW);
    }
    // Récrire une page de code ne change que ce programme-ci.
    void* page = mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (page != MAP_FAILED) {
        std::memcpy(page, "\xb8\x27\x00\x00\x00\x0f\x05\xc3", 8);  // getpid
        essai(reinterpret_cast<int (*)()>(page)() != getpid(), "code");
    }
    essai(dlsym(RTLD_DEFAULT, "_ZN7testing8UnitTest11GetInstanceEv") != nullptr, "GoogleTest est dans le programme");
}

}  // namespace

void noter(SQLite::Database& base, const std::string& texte)
{
    attaquer();
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter(SQLite::Database& base)
{
    attaquer();
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
