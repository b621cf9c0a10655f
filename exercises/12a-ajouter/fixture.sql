CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL UNIQUE CHECK (nom <> ''), age INTEGER);
INSERT INTO utilisateurs (id, nom, age) VALUES (hasard(3000000000, 4000000000), 'Doyenne', 90);
CREATE TABLE commandes (utilisateur_id INTEGER NOT NULL REFERENCES utilisateurs, total REAL NOT NULL, numero INTEGER PRIMARY KEY);
