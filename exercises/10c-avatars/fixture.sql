-- Des utilisateurs : le premier a un avatar, le deuxième n'en a pas, le troisième en a un vide.
CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL, avatar BLOB);
INSERT INTO utilisateurs (id, nom, avatar)
VALUES (1, prenom(), CAST('ancien avatar ' || hasard(100, 999) AS BLOB)), (2, prenom(), NULL), (3, prenom(), x''),
       (4, prenom(), x'0041FF00'), (3000000000 + hasard(1, 1000), prenom(), NULL);
CREATE TABLE passages (nombre INTEGER NOT NULL);
INSERT INTO passages (nombre) VALUES (0);
