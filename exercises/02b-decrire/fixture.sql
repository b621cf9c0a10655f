-- La table du tutoriel, remplie, plus deux tables aux clés moins simples.
CREATE TABLE utilisateurs (
    id INTEGER PRIMARY KEY,
    nom TEXT,
    age INTEGER
);
INSERT INTO utilisateurs (nom, age) VALUES ('Alice', 30);
INSERT INTO utilisateurs (nom, age) VALUES ('Bob', 40);
INSERT INTO utilisateurs (nom, age) VALUES (prenom(), hasard(1, 99));

CREATE TABLE amities (
    utilisateur INTEGER NOT NULL,
    ami INTEGER NOT NULL,
    depuis TEXT,
    PRIMARY KEY (utilisateur, ami)
);

CREATE TABLE journal (
    message TEXT NOT NULL,
    horodatage
);
