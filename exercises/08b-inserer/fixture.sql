-- Un âge hors de l'intervalle est refusé (code 19).
CREATE TABLE habitants (id INTEGER PRIMARY KEY, nom TEXT, age INTEGER CHECK (age BETWEEN 0 AND 150));
INSERT INTO habitants (nom, age) VALUES (prenom(), hasard(18, 90)), (prenom(), hasard(18, 90)), (prenom(), NULL);
