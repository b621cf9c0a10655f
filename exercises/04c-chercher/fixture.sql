CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL, age INTEGER);
INSERT INTO utilisateurs (id, nom, age) VALUES
    (1, prenom(), hasard(18, 90)),
    (2, prenom(), hasard(18, 90)),
    (4, prenom(), NULL),
    (hasard(10, 99), prenom(), hasard(18, 90)),
    (hasard(100, 999), prenom(), hasard(18, 90));
