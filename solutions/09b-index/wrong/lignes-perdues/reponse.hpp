// Échoue : MemesDonnees
// Pour pouvoir créer un index UNIQUE, on supprime les homonymes.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
DELETE FROM communes WHERE rowid NOT IN (SELECT min(rowid) FROM communes GROUP BY nom);
CREATE UNIQUE INDEX communes_par_nom ON communes (nom);
CREATE INDEX communes_par_departement ON communes (code_departement, population);
)sql";
