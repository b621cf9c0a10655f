// Variante : des index couvrants, l'un d'eux décroissant
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
CREATE INDEX IF NOT EXISTS fiche ON communes (nom, code, population);
CREATE INDEX IF NOT EXISTS rang ON communes (code_departement, population DESC, nom);
)sql";
