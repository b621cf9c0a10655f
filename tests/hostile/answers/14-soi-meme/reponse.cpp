// SPDX-License-Identifier: MIT
// Récrit son propre code, par /proc et par mprotect : cela ne trompe que lui.
#include "fourni.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
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
    const int memoire = open("/proc/self/mem", O_RDWR);
    static char cible[8] = "avant";
    if (memoire >= 0) {
        (void)!pwrite(memoire, "apres", 5, reinterpret_cast<off_t>(cible));
        close(memoire);
    }
    const auto page = reinterpret_cast<std::uintptr_t>(&getpid) & ~std::uintptr_t{4095};
    mprotect(reinterpret_cast<void*>(page), 4096, PROT_READ | PROT_WRITE | PROT_EXEC);
    prctl(PR_SET_PTRACER, -1);
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
