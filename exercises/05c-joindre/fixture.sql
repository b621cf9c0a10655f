.read ../../donnees/bretagne/bretagne.sql
-- Rien n'est rangé par ordre.
UPDATE communes SET rowid = rowid + 10000 * hasard(1, 1000000);
-- Des marchés, inventés. nom_commune est recopié d'un tableur, où chacun écrit comme il veut.
CREATE TABLE marches (
    id INTEGER PRIMARY KEY,
    jour TEXT NOT NULL,
    code_commune TEXT NOT NULL REFERENCES communes (code),
    nom_commune TEXT NOT NULL
) STRICT;
CREATE TEMP TABLE jours (numero INTEGER PRIMARY KEY, jour TEXT);
INSERT INTO jours VALUES (1, 'lundi'), (2, 'mardi'), (3, 'mercredi'), (4, 'jeudi'), (5, 'vendredi'), (6, 'samedi'), (7, 'dimanche');
-- Une commune sur trente, et celles qui ont une homonyme ; puis huit marchés de plus, pour que des communes en aient deux.
INSERT INTO marches (jour, code_commune, nom_commune)
SELECT (SELECT jour FROM jours WHERE numero = c.numero), c.code, c.nom
FROM (
    SELECT code, nom, rowid, hasard(1, 30) AS tirage, min(7, hasard(1, 13)) AS numero FROM communes
) AS c
WHERE c.tirage = 1 OR c.nom IN (SELECT nom FROM communes GROUP BY nom HAVING count(*) > 1)
ORDER BY c.rowid;
UPDATE marches SET jour = 'samedi'
WHERE nom_commune IN (SELECT nom FROM communes GROUP BY nom HAVING count(*) > 1) AND hasard(1, 3) > 1;
UPDATE marches SET jour = 'samedi'
WHERE id IN (SELECT min(id) FROM marches WHERE nom_commune IN ('Plouhinec', 'Saint-Armel', 'Le Faouët') GROUP BY nom_commune);
UPDATE marches SET jour = 'samedi' WHERE id % 4 = 0;
INSERT INTO marches (jour, code_commune, nom_commune)
SELECT 'samedi', code_commune, nom_commune FROM marches WHERE id <= 4;
-- Le tableur : des majuscules, des abréviations, des accents oubliés ; jamais pour les homonymes.
UPDATE marches SET nom_commune = replace(replace(replace(nom_commune, 'Saint-', 'St '), 'é', 'e'), 'Le ', '')
WHERE id % 2 = 0 AND nom_commune NOT IN (SELECT nom FROM communes GROUP BY nom HAVING count(*) > 1);
UPDATE marches SET nom_commune = upper(nom_commune)
WHERE id % 3 = 0 AND nom_commune NOT IN (SELECT nom FROM communes GROUP BY nom HAVING count(*) > 1);
DROP TABLE jours;
