-- Les répliques du répertoire de marionnettes, dans une colonne sans type : elle garde ce qu'on y met.
CREATE TABLE repliques (rang INTEGER PRIMARY KEY, texte);
INSERT INTO repliques (texte) VALUES (prenom() || ', où es-tu ?'), ('Acte ' || hasard(2, 9));
