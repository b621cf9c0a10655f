// Variante : des sous-requêtes, sans aucune fonction fenêtre
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
WITH vu AS (
    SELECT max(instant) AS debut FROM rondes WHERE present = 1
), vol AS (
    SELECT debut, (SELECT min(instant) FROM rondes WHERE instant > debut) AS fin FROM vu
), fuites AS (
    SELECT a.id_personne, a.code_commune AS lieu, b.code_commune AS ile, a.instant AS arrivee, b.instant AS depart
    FROM passages AS a JOIN passages AS b ON b.id_personne = a.id_personne
    WHERE b.instant = (SELECT min(instant) FROM passages WHERE id_personne = a.id_personne AND instant > a.instant)
)
SELECT personnes.nom, communes.nom, depart
FROM fuites, vol, personnes, communes
WHERE personnes.id = fuites.id_personne AND communes.code = fuites.ile AND code_epci IS NULL
  AND lieu = (SELECT code FROM communes WHERE nom = 'Douarnenez')
  AND arrivee < fin AND depart > debut
  AND depart = (SELECT min(instant) FROM passages AS p WHERE p.id_personne = fuites.id_personne AND p.code_commune = ile)
ORDER BY depart ASC
)sql";
