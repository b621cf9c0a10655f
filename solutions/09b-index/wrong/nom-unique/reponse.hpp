// Échoue : ParNom
// Deux communes portent le même nom : l'index UNIQUE ne peut pas être créé.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
CREATE UNIQUE INDEX communes_par_nom ON communes (nom);
CREATE INDEX communes_par_departement ON communes (code_departement, population);
)sql";
