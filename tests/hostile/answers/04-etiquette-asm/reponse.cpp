// SPDX-License-Identifier: MIT
// Remplace une fonction qui n'est pas la sienne.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return 0;
}

int compare(const void*, const void*, unsigned long) asm("memcmp");
int compare(const void*, const void*, unsigned long)
{
    return 0;
}
