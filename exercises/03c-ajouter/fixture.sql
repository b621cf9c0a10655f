CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER);
INSERT INTO utilisateurs (nom, age) VALUES (prenom(), hasard(18, 90)), (prenom(), hasard(18, 90)), (prenom(), NULL);
