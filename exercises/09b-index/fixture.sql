.read ../../donnees/bretagne/bretagne.sql
-- Une copie d'essai : des communes en moins, des populations changées, et deux communes qui portent le même nom.
DELETE FROM communes WHERE hasard(1, 12) = 1;
DELETE FROM codes_postaux WHERE code_commune NOT IN (SELECT code FROM communes);
UPDATE communes SET population = population + hasard(1, 1 + population / 10);
UPDATE communes SET nom = (SELECT nom FROM communes ORDER BY code LIMIT 1)
WHERE code = (SELECT max(code) FROM communes);
