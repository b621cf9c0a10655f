.read ../../donnees/bretagne/bretagne.sql
.read ../../donnees/bretagne/ailleurs.sql
-- Une copie d'essai : des communes en moins, des populations changées, et rien n'est rangé par ordre.
DELETE FROM communes WHERE code_departement IN (SELECT code FROM departements WHERE code_region = '53') AND hasard(1, 9) = 1;
DELETE FROM codes_postaux WHERE code_commune NOT IN (SELECT code FROM communes);
UPDATE communes SET rowid = rowid + 10000 * hasard(1, 1000000);
UPDATE communes SET population = population + hasard(1, 1 + population / 10) WHERE population > 0;
-- Des quatre départements bretons, deux seulement, tirés au sort, ont des populations inconnues ; l'un de ces deux, et un autre, ont des communes vides.
CREATE TEMP TABLE sorts AS SELECT code, hasard(1, 1000000) AS sort FROM departements WHERE code_region = '53';
-- Ni la première ni la dernière commune d'un département, dans l'ordre où elles sont rangées : une colonne nue les montrerait.
CREATE TEMP TABLE tirage AS
SELECT c.code, s.rang AS rang_departement, row_number() OVER (PARTITION BY c.code_departement ORDER BY c.sort, c.code) AS rang
FROM (SELECT code, code_departement, rowid AS place, hasard(1, 1000000) AS sort FROM communes) AS c
JOIN (SELECT code, row_number() OVER (ORDER BY sort, code) AS rang FROM sorts) AS s ON s.code = c.code_departement
WHERE c.place NOT IN (SELECT min(rowid) FROM communes GROUP BY code_departement UNION SELECT max(rowid) FROM communes GROUP BY code_departement)
  AND c.code NOT IN (SELECT min(code) FROM communes GROUP BY code_departement UNION SELECT max(code) FROM communes GROUP BY code_departement);
UPDATE communes SET population = NULL
WHERE code IN (SELECT code FROM tirage WHERE rang_departement = 1 AND rang <= (SELECT hasard(2, 9)))
   OR code IN (SELECT code FROM tirage WHERE rang_departement = 2 AND rang = 1);
UPDATE communes SET population = 0
WHERE code IN (SELECT code FROM tirage WHERE rang_departement = 3 AND rang = 1)
   OR code IN (SELECT code FROM tirage WHERE rang_departement = 1 AND rang BETWEEN 20 AND 21);
DROP TABLE sorts;
DROP TABLE tirage;
