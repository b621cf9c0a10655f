-- Les commandes sont mêlées, un utilisateur sur trois n'en a pas, et un index donne envie de lire dans son ordre.
CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL, age INTEGER);
INSERT INTO utilisateurs (id, nom, age) VALUES (3, 'Alice', hasard(18, 60)), (7, 'L''Haÿ', NULL), (hasard(3000000000, 4000000000), 'Doyenne', 90), (20, 'Bob', 40), (21, 'Zoé', 7), (40, prenom() || '-' || prenom(), 30);
CREATE TABLE commandes (id INTEGER PRIMARY KEY, utilisateur_id INTEGER NOT NULL, total REAL);
INSERT INTO commandes (id, utilisateur_id, total) VALUES (60, 3, hasard(1, 900) / 4.0), (2, 7, 1.25), (30, 3, hasard(1, 900) / 4.0), (31, 40, 2.0), (11, 3, hasard(1, 900) / 4.0), (12, 40, 8.0);
INSERT INTO commandes (utilisateur_id, total) SELECT id, hasard(1, 900) / 4.0 FROM utilisateurs WHERE nom IN ('Alice', 'Doyenne', 'L''Haÿ');
INSERT INTO commandes (utilisateur_id, total) SELECT id, hasard(1, 900) / 4.0 FROM utilisateurs WHERE nom IN ('Alice', 'Doyenne');
INSERT INTO commandes (utilisateur_id, total) VALUES (0, 1.5);
CREATE INDEX par_total ON commandes (utilisateur_id, total DESC, id);
CREATE TABLE "group" ("order" INTEGER, "l'intitulé" TEXT NOT NULL, "select" INTEGER PRIMARY KEY);
INSERT INTO "group" ("select", "order", "l'intitulé") VALUES (1, NULL, 'racine'), (4, 1, 'photos'), (2, 1, 'textes'), (5, 4, 'été'), (3, 5, prenom()), (9, 9, 'son propre parent'), (10, NULL, 'autre racine');
