// Échoue : Inconnues
// Une commune de 0 habitant est comptée comme si sa population était inconnue.
// SPDX-License-Identifier: MIT
#pragma once
#include "fourni.hpp"
inline constexpr std::string_view requete =
    "SELECT code_departement, count(*), sum(coalesce(population,0)=0), sum(population), round(avg(population),1) FROM communes GROUP BY code_departement HAVING count(*) > count(population)";
