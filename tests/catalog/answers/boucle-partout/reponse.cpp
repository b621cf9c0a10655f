// SPDX-License-Identifier: MIT
// Tourne sans fin dans chaque fonction.
#include "fourni.hpp"

namespace {

volatile bool attendre = true;

}  // namespace

void noter([[maybe_unused]] SQLite::Database& base, [[maybe_unused]] const std::string& texte)
{
    while (attendre) {
    }
}

int compter([[maybe_unused]] SQLite::Database& base)
{
    while (attendre) {
    }
    return 0;
}
