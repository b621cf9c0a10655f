// Échoue : DeuxAuPlus
// L'index sur le département seul est le début de l'autre.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
CREATE INDEX communes_par_nom ON communes (nom);
CREATE INDEX communes_par_departement ON communes (code_departement, population);
CREATE INDEX communes_du_departement ON communes (code_departement);
)sql";
