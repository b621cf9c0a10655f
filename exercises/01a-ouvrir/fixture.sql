-- La base d'une commune, remplie par un programme précédent.
CREATE TABLE utilisateurs (
    id INTEGER PRIMARY KEY,
    nom TEXT,
    age INTEGER
);
INSERT INTO utilisateurs (id, nom, age) VALUES (1, 'Alice', 30);
INSERT INTO utilisateurs (id, nom, age) VALUES (2, 'Bob', 40);
INSERT INTO utilisateurs (nom, age) VALUES (prenom(), hasard(1, 99));
INSERT INTO utilisateurs (nom, age) VALUES (prenom(), hasard(1, 99));

CREATE TABLE communes (
    code TEXT,
    nom TEXT
);
INSERT INTO communes VALUES ('29232', 'Quimper');
INSERT INTO communes VALUES ('2A004', 'Ajaccio');
