// Variante : une sous-requête par nom, sans jointure
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
SELECT id,
       (SELECT nom FROM communes WHERE code = code_commune),
       (SELECT nom FROM departements WHERE code = substr(code_commune, 1, 2))
FROM marches
WHERE jour IN ('samedi');
)sql";
