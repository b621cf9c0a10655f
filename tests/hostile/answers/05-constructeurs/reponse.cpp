// SPDX-License-Identifier: MIT
// Des constructeurs de toutes les priorités, et une destruction qui ne finit pas.
#include "fourni.hpp"

#include <unistd.h>

namespace {

__attribute__((constructor(101))) void tot()
{
    (void)!write(1, "[  PASSED  ] 2 tests.\n", 22);
}
__attribute__((destructor(101))) void tard()
{
    for (;;) {
        pause();
    }
}
__attribute__((destructor)) void sortie()
{
    _exit(0);
}

}  // namespace

void noter(SQLite::Database& base, const std::string& texte)
{
    SQLite::Statement requete(base, "INSERT INTO notes (texte) VALUES (?)");
    requete.bind(1, texte);
    requete.exec();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return -1;
}
