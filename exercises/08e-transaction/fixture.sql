-- Des clubs et leurs membres. Un membre sans club n'est découvert qu'au moment de valider (DEFERRED).
CREATE TABLE clubs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL UNIQUE);
CREATE TABLE membres (
    id INTEGER PRIMARY KEY,
    nom TEXT NOT NULL,
    club INTEGER NOT NULL REFERENCES clubs (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO clubs (nom) VALUES ('échecs'), ('voile');
INSERT INTO membres (nom, club) VALUES (prenom(), 1), (prenom(), hasard(1, 2));
