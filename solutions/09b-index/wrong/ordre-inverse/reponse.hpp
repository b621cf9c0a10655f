// Échoue : Palmares
// Les colonnes de l'index sont dans le mauvais ordre.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
CREATE INDEX communes_par_nom ON communes (nom);
CREATE INDEX communes_par_departement ON communes (population, code_departement);
)sql";
