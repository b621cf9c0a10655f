-- Une vraie base, remplie par un programme précédent.
CREATE TABLE utilisateurs (
    id INTEGER PRIMARY KEY,
    nom TEXT,
    age INTEGER
);
INSERT INTO utilisateurs (nom, age) VALUES ('Alice', 30);
INSERT INTO utilisateurs (nom, age) VALUES (prenom(), hasard(1, 99));
