CREATE TABLE notes (id INTEGER PRIMARY KEY, texte TEXT);
INSERT INTO notes (texte) VALUES ('Écrire à ' || prenom());
