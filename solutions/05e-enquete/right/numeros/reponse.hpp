// Variante : des numéros d'ordre : row_number pour les visites, lag depuis l'île
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
WITH groupes AS (
    SELECT *, sum(present) OVER (ORDER BY instant DESC ROWS UNBOUNDED PRECEDING) AS vues_depuis FROM rondes
), vol AS (
    SELECT max(instant) FILTER (WHERE present) AS debut, min(instant) FILTER (WHERE vues_depuis = 0) AS fin FROM groupes
), arrivees AS (
    SELECT id_personne, instant, code_commune,
           lag(instant) OVER par_personne AS avant,
           lag(code_commune) OVER par_personne AS venant_de,
           row_number() OVER (PARTITION BY id_personne, code_commune ORDER BY instant) AS numero
    FROM passages
    WINDOW par_personne AS (PARTITION BY id_personne ORDER BY instant)
)
SELECT personnes.nom, ile.nom, arrivees.instant
FROM arrivees
INNER JOIN communes AS ile ON ile.code = arrivees.code_commune
INNER JOIN communes AS halle ON halle.code = arrivees.venant_de
INNER JOIN personnes ON personnes.id = arrivees.id_personne
CROSS JOIN vol
WHERE ile.code_epci IS NULL AND halle.nom LIKE 'douarnenez' AND numero = 1
  AND NOT (avant >= fin OR arrivees.instant <= debut)
ORDER BY 3;
)sql";
