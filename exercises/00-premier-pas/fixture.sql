-- La table du cours, avec trois inscrits ; le premier change d'une correction à l'autre.
CREATE TABLE utilisateurs (
    id INTEGER PRIMARY KEY,
    nom TEXT,
    age INTEGER
);
INSERT INTO utilisateurs (id, nom, age) VALUES (1, prenom(), hasard(18, 99));
INSERT INTO utilisateurs (id, nom, age) VALUES (2, 'Bob', 40);
INSERT INTO utilisateurs (id, nom, age) VALUES (3, 'Alice', 30);
