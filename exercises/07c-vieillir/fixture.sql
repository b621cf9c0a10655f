-- Les clients de la boutique. Les clients 1 et 2 sont là d'une correction à l'autre ; l'âge du 2 est inconnu.
CREATE TABLE utilisateurs (
    id INTEGER PRIMARY KEY,
    nom TEXT NOT NULL UNIQUE,
    age INTEGER CHECK (age BETWEEN 0 AND 150)
) STRICT;
INSERT INTO utilisateurs (id, nom, age) VALUES (1, prenom() || ' Martin', hasard(18, 90));
INSERT INTO utilisateurs (id, nom, age) VALUES (2, prenom() || ' Bernard', NULL);
INSERT INTO utilisateurs (id, nom, age) VALUES (3, prenom() || ' L''Haÿ', 0);
INSERT INTO utilisateurs (id, nom, age) VALUES (hasard(10, 900), prenom() || ' Dubois', hasard(18, 90));
INSERT INTO utilisateurs (id, nom, age) VALUES (4294967297, prenom() || ' Durand', hasard(18, 90));
