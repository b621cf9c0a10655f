// SPDX-License-Identifier: MIT
// Compile, et ne fait rien.
#include "fourni.hpp"

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return 0;
}
