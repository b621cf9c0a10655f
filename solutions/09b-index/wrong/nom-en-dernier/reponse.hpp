// Échoue : ParNom
// Un seul grand index, où le nom vient en dernier.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
CREATE INDEX tout ON communes (code_departement, population, nom);
)sql";
