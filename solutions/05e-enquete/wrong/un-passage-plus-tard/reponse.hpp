// Échoue : TrajetDirect
// N'importe quel passage qui suit, au lieu du suivant.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view requete = R"sql(
WITH suite AS (
    SELECT instant, present,
           lag(instant) OVER (ORDER BY instant) AS avant,
           lag(present) OVER (ORDER BY instant) AS etait_present
    FROM rondes
),
vol AS (
    SELECT avant AS debut, instant AS fin
    FROM suite
    WHERE present = 0 AND etait_present = 1
    ORDER BY instant DESC
    LIMIT 1
),
sejours AS (
    SELECT id_personne, code_commune, instant AS arrivee,
           depart, destination
    FROM passages JOIN (SELECT id_personne AS qui, instant AS depart, code_commune AS destination FROM passages) ON qui = id_personne AND depart > instant
)
SELECT p.nom, ile.nom, s.depart
FROM vol AS v
JOIN sejours AS s ON s.arrivee < v.fin AND s.depart > v.debut
JOIN communes AS c ON c.code = s.code_commune AND c.nom = 'Douarnenez'
JOIN communes AS ile ON ile.code = s.destination AND ile.code_epci IS NULL
JOIN personnes AS p ON p.id = s.id_personne
WHERE NOT EXISTS (SELECT 1 FROM passages AS q
                  WHERE q.id_personne = s.id_personne AND q.code_commune = s.destination AND q.instant < s.depart)
ORDER BY s.depart
)sql";
