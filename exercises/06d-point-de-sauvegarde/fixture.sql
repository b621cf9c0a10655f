CREATE TABLE lecteurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL UNIQUE);
CREATE TABLE emprunts (
    id INTEGER PRIMARY KEY,
    lecteur INTEGER NOT NULL REFERENCES lecteurs (id) DEFERRABLE INITIALLY DEFERRED  -- vérifié à la validation
);
INSERT INTO lecteurs (id, nom) VALUES
    (hasard(1, 9), prenom() || ' Martin'), (hasard(10, 19), prenom() || ' Durand'), (hasard(20, 29), prenom() || ' Petit');
