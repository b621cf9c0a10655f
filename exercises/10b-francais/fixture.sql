-- Les habitants, dans un ordre quelconque ; ils changent à chaque fois.
CREATE TABLE habitants (id INTEGER PRIMARY KEY, nom TEXT NOT NULL);
INSERT INTO habitants (nom)
VALUES ('Zoé ' || hasard(100, 999)), ('Émile ' || hasard(100, 999)), ('bob ' || hasard(100, 999)),
       ('Alice ' || hasard(100, 999)), (prenom() || ' ' || hasard(100, 999)), (prenom() || ' ' || hasard(100, 999)),
       ('élodie ' || hasard(100, 999)), ('Œdipe ' || hasard(100, 999)), ('Odile ' || hasard(100, 999)),
       ('Ophélie ' || hasard(100, 999)), ('Ève ' || hasard(100, 999)), ('Eva ' || hasard(100, 999));
