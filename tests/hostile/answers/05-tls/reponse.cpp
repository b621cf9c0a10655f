// SPDX-License-Identifier: MIT
// L'initialisation d'une variable thread_local sort du programme.
#include "fourni.hpp"

#include <unistd.h>

namespace {

int sortir()
{
    _exit(0);
}
thread_local int variable = sortir();

}  // namespace

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    variable = 1;
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return variable;
}
