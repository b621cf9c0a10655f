// SPDX-License-Identifier: MIT
// L'assembleur cherche à lire un fichier.
#include "fourni.hpp"

asm(".include \"/etc/passwd\"");

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return 0;
}
