CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL UNIQUE CHECK (nom <> ''), age INTEGER);
INSERT INTO utilisateurs (nom, age) VALUES ('Alice', hasard(18, 60)), ('Bob', hasard(18, 60)), ('Zoé', NULL);
