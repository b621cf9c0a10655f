// SPDX-License-Identifier: MIT
// Une fonction de .preinit_array sort avant tout le reste.
#include "fourni.hpp"

#include <unistd.h>

namespace {

__attribute__((no_sanitize("address", "undefined"))) void avant(int, char**, char**)
{
    _exit(0);
}
[[gnu::section(".preinit_array"), gnu::used]] void (*const inscrite)(int, char**, char**) = avant;

}  // namespace

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    return 0;
}
