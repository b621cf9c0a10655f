// Échoue : ParNom
// L'index est rangé par upper(nom), la requête compare nom.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
CREATE INDEX communes_par_nom ON communes (upper(nom));
CREATE INDEX communes_par_departement ON communes (code_departement, population);
)sql";
