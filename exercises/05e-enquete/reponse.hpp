// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

// À COMPLÉTER : la requête s'écrit entre R"sql( et )sql", sur autant de lignes que vous voulez.
inline constexpr std::string_view requete = R"sql(
SELECT 'rien encore'
)sql";
