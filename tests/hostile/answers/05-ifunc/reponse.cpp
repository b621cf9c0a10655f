// SPDX-License-Identifier: MIT
// Un ifunc s'exécute avant tout le reste.
#include "fourni.hpp"

#include <unistd.h>

extern "C" {
int zero()
{
    return 0;
}
__attribute__((no_sanitize("address", "undefined"))) int (*resoudre())()
{
    _exit(0);
}
int choisie() __attribute__((ifunc("resoudre")));
}

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    choisie();
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return choisie();
}
