// SPDX-License-Identifier: MIT
// Le même, sourd au signal qui l'arrête.
#include "fourni.hpp"

#include <csignal>
#include <fcntl.h>
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
    std::signal(SIGXFSZ, SIG_IGN);
    const int d = open("attaque", O_CREAT | O_WRONLY, 0644);
    essai(ftruncate(d, 100L << 30) == 0, "ftruncate");
    essai(pwrite(d, "a", 1, 100L << 30) == 1, "pwrite");
    essai(posix_fallocate(d, 0, 1L << 30) == 0, "fallocate");
    close(d);
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
