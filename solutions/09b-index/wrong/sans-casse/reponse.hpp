// Échoue : ParNom
// Un index qui confond majuscules et minuscules ne sert pas une égalité qui les distingue.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
CREATE INDEX communes_par_nom ON communes (nom COLLATE NOCASE);
CREATE INDEX communes_par_departement ON communes (code_departement, population);
)sql";
