CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER);
INSERT INTO utilisateurs (id, nom, age) VALUES
    (hasard(1, 9), prenom(), hasard(18, 90)),
    (hasard(10, 19), prenom(), hasard(18, 90)),
    (hasard(20, 29), prenom(), hasard(18, 90)),
    (hasard(30, 39), prenom(), hasard(18, 90)),
    (hasard(40, 49), 'L''Haÿ', hasard(18, 90)),
    (hasard(50, 59), prenom(), NULL);
