-- Les clients de la boutique : le client 1, et d'autres dont l'identifiant change d'une correction à l'autre.
CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL UNIQUE) STRICT;
INSERT INTO utilisateurs (id, nom) VALUES (1, prenom() || ' Martin');
INSERT INTO utilisateurs (id, nom) VALUES (hasard(10, 90), prenom() || ' Bernard');
INSERT INTO utilisateurs (id, nom) VALUES (hasard(100, 900), prenom() || ' L''Haÿ');
INSERT INTO utilisateurs (id, nom) VALUES (3000000000 + hasard(1, 1000000), prenom() || ' Dubois');
