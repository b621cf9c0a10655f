// Échoue : AuDessus
// Le département vient en second : on ne cherche pas un prénom dans un annuaire.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
CREATE INDEX communes_par_nom ON communes (nom);
CREATE INDEX communes_par_departement ON communes (nom, code_departement, population);
)sql";
