-- Une colonne sans type garde chaque valeur comme on l'y met.
CREATE TABLE valeurs (rang INTEGER PRIMARY KEY, v);
INSERT INTO valeurs (v) VALUES (hasard(1, 1000)), (prenom()), (hasard(1, 1000) / 4.0);
