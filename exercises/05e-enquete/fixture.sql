.read ../../donnees/bretagne/bretagne.sql
-- L'affaire du kouign-amann d'or : gardien, suspects et passages sont inventés, et changent à chaque base d'essai.
CREATE TABLE rondes (id INTEGER PRIMARY KEY, instant TEXT NOT NULL, present INTEGER NOT NULL) STRICT;
CREATE TABLE personnes (id INTEGER PRIMARY KEY, nom TEXT NOT NULL) STRICT;
CREATE TABLE passages (
    id INTEGER PRIMARY KEY,
    id_personne INTEGER NOT NULL REFERENCES personnes (id),
    code_commune TEXT NOT NULL REFERENCES communes (code),
    instant TEXT NOT NULL
) STRICT;

-- Trente rondes, une par heure environ. Le trophée manque à deux d'entre elles (on l'astique), puis à toutes les dernières.
-- Les instants se comptent ici en minutes.
CREATE TEMP TABLE hasards AS SELECT hasard(6, 9) AS astique, hasard(20, 26) AS vol;
CREATE TEMP TABLE gardes AS
WITH RECURSIVE n (k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < 30)
SELECT k, 60 * k + hasard(0, 30) AS t,
       k < (SELECT vol FROM hasards) AND k NOT BETWEEN (SELECT astique FROM hasards) AND (SELECT astique + 1 FROM hasards) AS present
FROM n;
-- Le trophée a quitté la vitrine entre ad et af (astiqué), puis entre d et f (volé).
CREATE TEMP TABLE bornes AS
SELECT (SELECT t FROM gardes WHERE k = astique - 1) AS ad, (SELECT t FROM gardes WHERE k = astique) AS af,
       (SELECT t FROM gardes WHERE k = vol - 1) AS d, (SELECT t FROM gardes WHERE k = vol) AS f
FROM hasards;

-- Les îles : les communes qui n'ont pas d'intercommunalité. Deux d'entre elles, tirées au sort.
CREATE TEMP TABLE iles AS SELECT code, hasard(1, 1000000) AS sort FROM communes WHERE code_epci IS NULL;
CREATE TEMP TABLE lieux AS
SELECT (SELECT code FROM communes WHERE nom = 'Douarnenez') AS halle,
       (SELECT code FROM iles ORDER BY sort, code LIMIT 1) AS ile,
       (SELECT code FROM iles ORDER BY sort, code LIMIT 1 OFFSET 1) AS autre_ile;
CREATE TEMP TABLE ailleurs AS
SELECT row_number() OVER (ORDER BY sort, code) AS n, code
FROM (SELECT code, hasard(1, 1000000) AS sort FROM communes
      WHERE code_departement = '29' AND code_epci IS NOT NULL AND nom <> 'Douarnenez');

-- Ce que fait chacun : un rôle, un moment, un lieu (H la halle, I l'île, J l'autre île, un nombre pour ailleurs).
CREATE TEMP TABLE scenes (role INTEGER, t INTEGER, lieu TEXT);
INSERT INTO scenes
-- 1 : arrivé bien avant, part sur l'île après, y retourne plus tard.
SELECT 1, d - hasard(40, 200), 'H' FROM bornes UNION ALL SELECT 1, f + hasard(25, 29), 'I' FROM bornes
UNION ALL SELECT 1, f + hasard(200, 230), '2' FROM bornes UNION ALL SELECT 1, f + hasard(260, 300), 'I' FROM bornes
-- 26 : comme 1, mais déjà allé sur l'autre île.
UNION ALL SELECT 26, hasard(20, 60), 'J' FROM bornes UNION ALL SELECT 26, hasard(61, 100), '1' FROM bornes
UNION ALL SELECT 26, d - hasard(40, 200), 'H' FROM bornes UNION ALL SELECT 26, f + hasard(30, 44), 'I' FROM bornes
-- 27 : comme 1 ; 10 porte son nom.
UNION ALL SELECT 27, d - hasard(40, 200), 'H' FROM bornes UNION ALL SELECT 27, f + hasard(45, 60), 'I' FROM bornes
-- 2 : arrivé pendant l'absence, part aussitôt sur l'autre île.
UNION ALL SELECT 2, hasard(20, 700), '3' FROM bornes UNION ALL SELECT 2, d + hasard(2, 12), 'H' FROM bornes
UNION ALL SELECT 2, d + hasard(14, 24), 'J' FROM bornes
-- 3 : comme 1, mais habitué de l'île.
UNION ALL SELECT 3, hasard(30, 200), 'I' FROM bornes UNION ALL SELECT 3, hasard(201, 400), '4' FROM bornes
UNION ALL SELECT 3, d - hasard(30, 90), 'H' FROM bornes UNION ALL SELECT 3, f + hasard(61, 90), 'I' FROM bornes
-- 4 : ne va sur l'île qu'après un détour.
UNION ALL SELECT 4, d - hasard(30, 90), 'H' FROM bornes UNION ALL SELECT 4, f + hasard(20, 40), '5' FROM bornes
UNION ALL SELECT 4, f + hasard(91, 120), 'I' FROM bornes
-- 5 : là quand on l'astique, et pas quand on le vole.
UNION ALL SELECT 5, ad - hasard(20, 60), 'H' FROM bornes UNION ALL SELECT 5, af + hasard(20, 60), 'I' FROM bornes
UNION ALL SELECT 5, af + hasard(70, 100), '6' FROM bornes
-- 6 : n'est jamais reparti.
UNION ALL SELECT 6, hasard(20, 100), '7' FROM bornes UNION ALL SELECT 6, d - hasard(10, 60), 'H' FROM bornes
-- 7 : était ailleurs, puis sur l'île.
UNION ALL SELECT 7, hasard(20, 100), 'H' FROM bornes UNION ALL SELECT 7, d - hasard(20, 60), '8' FROM bornes
UNION ALL SELECT 7, f + hasard(121, 150), 'I' FROM bornes
-- 8 : parti avant.
UNION ALL SELECT 8, d - hasard(200, 300), 'H' FROM bornes UNION ALL SELECT 8, d - hasard(5, 30), 'I' FROM bornes
-- 9 : arrivé après.
UNION ALL SELECT 9, f + hasard(5, 20), 'H' FROM bornes UNION ALL SELECT 9, f + hasard(151, 180), 'J' FROM bornes
-- 10 : porte le nom du 27, et passe ailleurs entre-temps.
UNION ALL SELECT 10, d - hasard(10, 30), '9' FROM bornes UNION ALL SELECT 10, f + hasard(5, 25), '10' FROM bornes;
-- Et quinze promeneurs, qui ne vont sur aucune île, ou bien n'en reviennent pas assez tôt pour être là.
INSERT INTO scenes
SELECT 10 + r.value, hasard(10, 1900), CASE hasard(1, 4) WHEN 1 THEN 'H' ELSE CAST(hasard(11, 40) AS TEXT) END
FROM json_each('[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]') AS r, json_each('[1,2,3,4,5]') AS s;
INSERT INTO scenes SELECT 10 + value, 2000 + value, 'I' FROM json_each('[1,2,3,4,5]');
INSERT INTO scenes SELECT 10 + value, 1950 + value, CAST(value AS TEXT) FROM json_each('[1,2,3,4,5]');

-- Personne n'a le numéro de son rôle, et rien n'est rangé par ordre. Deux personnes seulement portent le même nom.
CREATE TEMP TABLE roles AS SELECT role, hasard(1, 1000000) AS sort FROM (SELECT DISTINCT role FROM scenes);
CREATE TEMP TABLE identites AS
SELECT role, row_number() OVER (ORDER BY sort, role) AS id, '' AS nom FROM roles;
UPDATE identites SET nom = prenom() || ' ' || json_extract('["Le Goff", "Kervella", "Guéguen", "Riou", "Le Bihan", "Morvan",
    "Quéméneur", "L''Helgoualc''h", "Tanguy", "Le Berre", "Abgrall", "Bodénès", "Cozic", "Derrien", "Floc''h", "Gourvennec",
    "Hascoët", "Jaouen", "Kermarrec", "Le Gall", "Madec", "Nédélec", "Omnès", "Pennec", "Quiniou", "Salaün", "Urvoas"]', '$[' || (id - 1) || ']');
UPDATE identites SET nom = (SELECT nom FROM identites WHERE role = 27) WHERE role = 10;
INSERT INTO personnes SELECT id, nom FROM identites ORDER BY id;
INSERT INTO rondes (instant, present)
SELECT strftime('%Y-%m-%d %H:%M', '2026-08-14 08:00', t || ' minutes'), present
FROM (SELECT t, present, hasard(1, 1000000) AS sort FROM gardes) ORDER BY sort, t;
INSERT INTO passages (id_personne, code_commune, instant)
SELECT id, code, strftime('%Y-%m-%d %H:%M', '2026-08-14 08:00', t || ' minutes')
FROM (
    SELECT i.id, s.t, hasard(1, 1000000) AS sort,
           CASE s.lieu WHEN 'H' THEN l.halle WHEN 'I' THEN l.ile WHEN 'J' THEN l.autre_ile
                       ELSE (SELECT code FROM ailleurs WHERE n = CAST(s.lieu AS INTEGER)) END AS code
    FROM scenes AS s JOIN identites AS i ON i.role = s.role JOIN lieux AS l
) ORDER BY sort, id, t;
-- Deux passages de la même personne au même instant n'auraient pas de sens.
DELETE FROM passages WHERE id NOT IN (SELECT min(id) FROM passages GROUP BY id_personne, instant);
DROP TABLE hasards;
DROP TABLE gardes;
DROP TABLE bornes;
DROP TABLE iles;
DROP TABLE lieux;
DROP TABLE ailleurs;
DROP TABLE scenes;
DROP TABLE roles;
DROP TABLE identites;
