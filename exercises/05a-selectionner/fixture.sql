.read ../../donnees/bretagne/bretagne.sql
-- Une copie d'essai : des communes en moins, des populations changées, et rien n'est rangé par ordre.
DELETE FROM communes WHERE hasard(1, 12) = 1;
DELETE FROM codes_postaux WHERE code_commune NOT IN (SELECT code FROM communes);
UPDATE communes SET rowid = rowid + 10000 * hasard(1, 1000000);
UPDATE communes SET population = population + hasard(1, 1 + population / 10);
-- Des communes du Finistère tirées au sort, dont les noms se rangent de la même façon avec ou sans accents.
CREATE TEMP TABLE tirage AS
SELECT row_number() OVER (ORDER BY rowid) AS rang, code FROM communes
WHERE code_departement = '29' AND nom NOT GLOB '*[^-A-Za-z '']*' AND population < 10000;
UPDATE communes SET population = NULL WHERE code IN (SELECT code FROM tirage WHERE rang <= 4);
UPDATE communes SET population = 10000 WHERE code IN (SELECT code FROM tirage WHERE rang = 5);
UPDATE communes SET population = 10001 WHERE code IN (SELECT code FROM tirage WHERE rang = 6);
UPDATE communes SET population = 0 WHERE code IN (SELECT code FROM tirage WHERE rang = 7);
UPDATE communes SET population = (SELECT hasard(10500, 11500)) WHERE code IN (SELECT code FROM tirage WHERE rang BETWEEN 8 AND 11);
UPDATE communes SET population = (SELECT hasard(12000, 13000)) WHERE code IN (SELECT code FROM tirage WHERE rang BETWEEN 12 AND 14);
-- Ailleurs aussi, des populations manquent.
UPDATE communes SET population = NULL
WHERE code IN (SELECT code FROM communes WHERE code_departement <> '29' ORDER BY rowid LIMIT 9);
DROP TABLE tirage;
