.read ../../donnees/bretagne/bretagne.sql
-- Des populations changées, et rien n'est rangé par ordre.
UPDATE communes SET rowid = rowid + 10000 * hasard(1, 1000000);
UPDATE communes SET population = population + hasard(1, 1 + population / 10);
-- Deux grandes communes qui portent le même nom, et une commune de 8 000 habitants tout juste.
UPDATE communes SET population = 8000 + hasard(1, 900) WHERE nom = 'Plouhinec';
CREATE TEMP TABLE juste AS
SELECT code FROM (SELECT code, hasard(1, 1000000) AS sort FROM communes WHERE population < 2000) ORDER BY sort, code LIMIT 1;
UPDATE communes SET population = 8000 WHERE code IN (SELECT code FROM juste);
-- Des marchés, inventés ; code_commune est NULL quand la feuille ne dit pas de quelle commune il s'agit.
CREATE TABLE marches (
    id INTEGER PRIMARY KEY,
    jour TEXT NOT NULL,
    code_commune TEXT REFERENCES communes (code)
) STRICT;
CREATE TEMP TABLE tirage AS
SELECT code, hasard(1, 5) AS sort, hasard(1, 3) AS autres, hasard(1, 5) AS jour
FROM communes WHERE population > 8000 OR hasard(1, 20) = 1;
-- Au moins deux communes de chaque sorte parmi les grandes.
CREATE TEMP TABLE rangs AS
SELECT t.code, row_number() OVER (ORDER BY c.rowid) AS rang
FROM tirage AS t JOIN communes AS c ON c.code = t.code WHERE c.population > 8000 AND c.nom <> 'Plouhinec';
UPDATE tirage SET sort = 1 + (SELECT rang FROM rangs WHERE rangs.code = tirage.code) % 4
WHERE code IN (SELECT code FROM rangs WHERE rang <= 12);
-- Les deux homonymes ont des marchés, mais pas le samedi : les confondre les additionne.
UPDATE tirage SET sort = 3 WHERE code IN ('29197', '56169');
DELETE FROM tirage WHERE code IN (SELECT code FROM juste);
-- Sorte 1 : aucun marché. 2 : le samedi seulement. 3 : d'autres jours seulement. 4 et 5 : le samedi et d'autres jours.
CREATE TEMP TABLE jours (numero INTEGER PRIMARY KEY, jour TEXT);
INSERT INTO jours VALUES (1, 'lundi'), (2, 'mardi'), (3, 'mercredi'), (4, 'jeudi'), (5, 'vendredi'), (6, 'dimanche'), (7, 'lundi');
INSERT INTO marches (jour, code_commune)
SELECT jour, code FROM (
    SELECT 'samedi' AS jour, code, jour AS ordre FROM tirage WHERE sort IN (2, 4, 5)
    UNION ALL
    SELECT jours.jour, tirage.code, numero * 7 % 5 FROM tirage
    JOIN jours ON numero >= tirage.jour AND numero < tirage.jour + autres WHERE sort IN (3, 4, 5)
) ORDER BY ordre, code;
DROP TABLE tirage;
DROP TABLE rangs;
DROP TABLE jours;
DROP TABLE juste;
