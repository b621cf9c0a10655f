-- La table a une colonne de plus que l'entité, et un autre ordre.
CREATE TABLE utilisateurs (age INTEGER, commune TEXT, nom TEXT, id INTEGER PRIMARY KEY);
INSERT INTO utilisateurs (nom, age, commune) VALUES
    (prenom(), hasard(18, 90), 'Brest'), (prenom(), NULL, 'Dinan'), ('L''Haÿ', hasard(18, 90), NULL), ('', 0, 'Vannes');
CREATE TABLE releves (numero INTEGER PRIMARY KEY, jour TEXT, temperature REAL, ciel INTEGER, pluie INTEGER, remarque TEXT);
INSERT INTO releves (jour, temperature, ciel, pluie, remarque) VALUES
    ('2026-01-' || hasard(10, 31), hasard(-50, 200) / 8.0, hasard(0, 2), 1, NULL),
    ('2026-02-' || hasard(10, 28), 3, 2, 0, 'brume');
