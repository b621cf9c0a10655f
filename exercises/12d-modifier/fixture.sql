-- Le journal dit ce que chaque UPDATE et chaque DELETE ont touché, colonne par colonne.
CREATE TABLE utilisateurs (id INTEGER PRIMARY KEY, nom TEXT NOT NULL, age INTEGER, ville TEXT);
INSERT INTO utilisateurs (nom, age, ville) VALUES ('Alice', hasard(18, 60), 'Brest'), ('Bob', hasard(18, 60), 'Dinan'), (prenom(), NULL, NULL), ('L''Haÿ', 0, '');
CREATE TABLE commandes (numero INTEGER PRIMARY KEY, utilisateur_id INTEGER NOT NULL REFERENCES utilisateurs, article TEXT NOT NULL);
INSERT INTO commandes (utilisateur_id, article) VALUES (1, 'théière'), (2, 'bol'), (1, 'tasse');
CREATE TABLE journal (quoi TEXT);
CREATE TRIGGER u_ligne AFTER UPDATE ON utilisateurs BEGIN INSERT INTO journal VALUES ('UPDATE, utilisateur ' || old.id); END;
CREATE TRIGGER u_id AFTER UPDATE OF id ON utilisateurs BEGIN INSERT INTO journal VALUES ('id'); END;
CREATE TRIGGER u_nom AFTER UPDATE OF nom ON utilisateurs BEGIN INSERT INTO journal VALUES ('nom'); END;
CREATE TRIGGER u_age AFTER UPDATE OF age ON utilisateurs BEGIN INSERT INTO journal VALUES ('age'); END;
CREATE TRIGGER u_ville AFTER UPDATE OF ville ON utilisateurs BEGIN INSERT INTO journal VALUES ('ville'); END;
CREATE TRIGGER c_ligne AFTER UPDATE ON commandes BEGIN INSERT INTO journal VALUES ('UPDATE, commande ' || old.numero); END;
CREATE TRIGGER u_fin AFTER DELETE ON utilisateurs BEGIN INSERT INTO journal VALUES ('DELETE, utilisateur ' || old.id); END;
CREATE TRIGGER c_fin AFTER DELETE ON commandes BEGIN INSERT INTO journal VALUES ('DELETE, commande ' || old.numero); END;
