-- Le registre d'une commune : des noms et des années, tirés au sort.
CREATE TABLE naissances (nom TEXT, annee INTEGER);
INSERT INTO naissances (nom, annee) VALUES
    (prenom(), hasard(1900, 1950)), (prenom(), hasard(1951, 2000)), (prenom(), hasard(2001, 2025));
