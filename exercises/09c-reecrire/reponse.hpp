// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

// À COMPLÉTER : remplacez chacune de ces conditions par une autre, entre guillemets, qui choisit les mêmes lignes.
inline constexpr std::string_view par_nom = avant::par_nom;
inline constexpr std::string_view par_code = avant::par_code;
inline constexpr std::string_view par_population = avant::par_population;
inline constexpr std::string_view sans_habitants = avant::sans_habitants;
