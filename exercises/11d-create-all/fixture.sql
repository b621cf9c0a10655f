-- Une base qui sert depuis longtemps : la table n'a pas encore d'âge, mais elle a des lignes.
CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL);
INSERT INTO utilisateurs (nom) VALUES (prenom()), (prenom()), (prenom());
CREATE TABLE recettes (titre TEXT);
INSERT INTO recettes VALUES ('Kouign-amann de ' || prenom());
