CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL, age INTEGER);
INSERT INTO utilisateurs (id, nom, age) VALUES
    (hasard(200, 299), prenom(), hasard(18, 90)),
    (hasard(10, 99), prenom(), hasard(18, 90)),
    (hasard(1, 9), prenom(), hasard(18, 90)),
    (hasard(100, 199), prenom(), NULL),
    (hasard(3000000000, 4000000000), prenom(), hasard(18, 90));
