// SPDX-License-Identifier: MIT
// Ferme le canal de la sonde, puis met autre chose à sa place.
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
    close(3);
    (void)!open("base.db", O_RDWR);
    return base.execAndGet("SELECT count(*) FROM notes").getInt();
}
