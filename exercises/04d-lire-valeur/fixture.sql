CREATE TABLE valeurs (rang INTEGER PRIMARY KEY, v);
INSERT INTO valeurs (v) VALUES (hasard(1, 1000)), (hasard(1, 1000) + 0.5), (prenom()), (NULL), (x'00FF'), (x'');
