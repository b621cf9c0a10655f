// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string_view>

/// Le SQL qui crée la table utilisateurs (le détail est dans fourni.hpp).
inline constexpr std::string_view schema = R"(
    -- À COMPLÉTER : CREATE TABLE utilisateurs …
)";
