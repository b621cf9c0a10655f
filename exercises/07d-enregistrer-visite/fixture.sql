-- Les visiteurs du musée. Deux d'entre eux ont des commandes ; le nombre de visites change d'une correction à l'autre.
CREATE TABLE utilisateurs (
    id INTEGER PRIMARY KEY,
    nom TEXT NOT NULL UNIQUE,
    age INTEGER,
    visites INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE commandes (
    id INTEGER PRIMARY KEY,
    utilisateur_id INTEGER NOT NULL REFERENCES utilisateurs (id) ON DELETE CASCADE,
    article TEXT NOT NULL
) STRICT;
INSERT INTO utilisateurs (id, nom, age, visites) VALUES (hasard(1, 50), 'Alice', hasard(18, 90), hasard(3, 8));
INSERT INTO utilisateurs (id, nom, age, visites) VALUES (hasard(60, 90), 'Bob', hasard(18, 90), hasard(10, 90));
INSERT INTO utilisateurs (id, nom, age, visites) VALUES (hasard(100, 900), prenom() || ' L''Haÿ', NULL, 0);
INSERT INTO commandes (utilisateur_id, article) SELECT id, 'affiche' FROM utilisateurs WHERE nom IN ('Alice', 'Bob');
INSERT INTO commandes (utilisateur_id, article) SELECT id, 'catalogue' FROM utilisateurs WHERE nom = 'Alice';
