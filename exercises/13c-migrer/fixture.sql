-- La base d'avant toute migration : la table du tutoriel, et le numéro de version 0.
CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER);
INSERT INTO utilisateurs (nom, age) VALUES ('Alice', hasard(18, 60)), ('Bob', hasard(18, 60)), ('L''Haÿ', NULL), (prenom() || ' ' || prenom(), hasard(0, 99));
