-- Une table « utilisateurs » déjà remplie, d'une exécution précédente.
CREATE TABLE utilisateurs (
    id INTEGER PRIMARY KEY,
    nom TEXT,
    age INTEGER
);
INSERT INTO utilisateurs (id, nom, age) VALUES (1, 'Alice', 30);
INSERT INTO utilisateurs (id, nom, age) VALUES (2, 'Bob', 40);
INSERT INTO utilisateurs (id, nom, age) VALUES (3, prenom(), NULL);
INSERT INTO utilisateurs (id, nom, age) VALUES (hasard(10, 99), prenom(), hasard(1, 99));
INSERT INTO utilisateurs (id, nom, age) VALUES (hasard(100, 999), prenom(), hasard(1, 99));
