-- La base que laisse le programme du tutoriel, en Python, puis les ajouts d'autres programmes.
CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER);
INSERT INTO utilisateurs (id, nom, age) VALUES (1, 'Alice', hasard(18, 60)), (2, 'Bob', 40), (9, prenom() || '-' || prenom(), hasard(0, 20)), (5, 'L''Haÿ', NULL), (12, 'Bob', hasard(1, 17)), (hasard(3000000000, 4000000000), 'Doyenne', hasard(90, 99));
CREATE INDEX utilisateurs_par_nom ON utilisateurs (nom, age);
