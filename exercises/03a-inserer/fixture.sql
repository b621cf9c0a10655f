CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER);
-- Un trou dans les id : le nombre de lignes ne dit pas le prochain.
INSERT INTO utilisateurs (id, nom, age) VALUES (1, prenom(), hasard(18, 90)), (2, prenom(), hasard(18, 90)), (4, prenom(), NULL);
