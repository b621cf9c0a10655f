-- Deux tables, et les mêmes identifiants dans l'une et dans l'autre.
CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL, age INTEGER);
INSERT INTO utilisateurs (nom, age) VALUES ('Alice', hasard(18, 60)), ('Bob', hasard(18, 60)), (prenom(), NULL), ('L''Haÿ', 0);
CREATE TABLE commandes (numero INTEGER PRIMARY KEY, article TEXT NOT NULL, quantite INTEGER NOT NULL);
INSERT INTO commandes (article, quantite) VALUES ('théière', hasard(1, 9)), ('bol', hasard(10, 19)), ('tasse', hasard(20, 29));
