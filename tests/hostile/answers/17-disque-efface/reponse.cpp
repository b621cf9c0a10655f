// SPDX-License-Identifier: MIT
// Des fichiers effacés sitôt ouverts, qu'aucun dossier ne montre plus.
#include "fourni.hpp"

#include <fcntl.h>
#include <unistd.h>

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    long octets = 0;
    for (int i = 0; i < 20; ++i) {
        const int d = open("attaque", O_CREAT | O_WRONLY, 0644);
        unlink("attaque");
        octets += d >= 0 && posix_fallocate(d, 0, 60L << 20) == 0 ? 60 : 0;
    }
    usleep(200'000);
    throw std::runtime_error(octets > 512 ? "échappé : un demi-gigaoctet sur le disque" : "la place manque");
}
