// Échoue : Palmares
// Le département est trouvé, mais ses communes restent à trier.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
CREATE INDEX communes_par_nom ON communes (nom);
CREATE INDEX communes_par_departement ON communes (code_departement);
)sql";
