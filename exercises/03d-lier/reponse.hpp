// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <concepts>

/// Lie `v` au marqueur numéro `position` de `r`, sans exécuter la requête (le détail est dans fourni.hpp).
template <class T>
void lier([[maybe_unused]] SQLite::Statement& r, [[maybe_unused]] int position, [[maybe_unused]] const T& v)
{
    // À COMPLÉTER : une branche par sorte de type.
    if constexpr (std::same_as<T, bool>) {
    }
}
