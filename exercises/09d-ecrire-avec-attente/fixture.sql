CREATE TABLE tickets (id INTEGER PRIMARY KEY, numero INTEGER NOT NULL, nom TEXT NOT NULL CHECK (nom <> ''));
-- Le plus grand numéro n'est ni celui de la dernière ligne, ni leur nombre.
CREATE TEMP TABLE tirage AS SELECT hasard(20, 90) AS depart;
INSERT INTO tickets (numero, nom)
SELECT depart, prenom() FROM tirage UNION ALL SELECT depart + 2, prenom() FROM tirage UNION ALL SELECT depart + 1, prenom() FROM tirage;
DROP TABLE tirage;
