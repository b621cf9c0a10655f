// SPDX-License-Identifier: MIT
// Cherche des descripteurs dont il aurait hérité.
#include "fourni.hpp"

#include <fcntl.h>
#include <sys/stat.h>
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
    for (int d = 4; d < 1024; ++d) {
        struct stat etat {};
        if (fstat(d, &etat) != 0) {
            continue;
        }
        char chemin[512] = {};
        (void)!readlink(("/proc/self/fd/" + std::to_string(d)).c_str(), chemin, sizeof chemin - 1);
        // Ceux que SQLite a ouverts sur la base sont à nous, comme notre propre dossier de /proc.
        essai(chemin != "/proc/" + std::to_string(getpid()) && std::string_view(chemin).find("base.db") == std::string_view::npos, "descripteur " + std::to_string(d) + " : " + chemin);
    }
    struct stat entree {};
    essai(fstat(0, &entree) == 0 && !S_ISREG(entree.st_mode) && !S_ISFIFO(entree.st_mode) && !S_ISCHR(entree.st_mode), "entrée");
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
