CREATE TABLE utilisateurs (
    id INTEGER PRIMARY KEY,
    nom TEXT NOT NULL UNIQUE,
    age INTEGER CHECK (age BETWEEN 0 AND 150)
);
INSERT INTO utilisateurs (nom, age) VALUES
    (prenom() || ' Martin', hasard(18, 90)), (prenom() || ' Durand', hasard(18, 90)), (prenom() || ' Petit', NULL);
