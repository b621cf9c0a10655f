// SPDX-License-Identifier: MIT
// Saute dans une fonction qui est déjà terminée.
#include "fourni.hpp"

#include <csetjmp>

namespace {

std::jmp_buf retour;

int marquer()
{
    return setjmp(retour);
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
    static int fois = 0;
    if (marquer() == 0 && ++fois < 1000) {
        std::longjmp(retour, 1);
    }
    std::exit(0);
}
