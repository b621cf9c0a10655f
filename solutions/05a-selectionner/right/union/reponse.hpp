// Variante : deux SELECT réunis par UNION ALL, un texte fait de morceaux
// SPDX-License-Identifier: MIT
#pragma once
#include "fourni.hpp"
inline constexpr std::string_view requete =
    "/* plan de ville */ with f(ville,hab) as (select c.nom, c.population from communes c where c.code_departement like '29') "
    "select ville as \"La ville\", hab from (select *, 0 as inconnue from f where hab>=10001 "
    "union all select *, 1 from f where hab is null) as u order by inconnue, -hab, ville asc;  -- fin";
