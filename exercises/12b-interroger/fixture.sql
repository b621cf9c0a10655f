-- Les noms se répètent, les âges aussi, et un âge peut manquer.
CREATE TABLE utilisateurs ("group" TEXT, age INTEGER, nom TEXT, id INTEGER PRIMARY KEY);
INSERT INTO utilisateurs (nom, age, "group") VALUES
    ('Alice', 30 + hasard(0, 5), 'bleu'), ('Zoé', NULL, NULL), ('L''Haÿ', 50 + hasard(0, 5), 'rouge'), ('Bob', 60, 'rouge'),
    ('Alice', 20 + hasard(0, 5), 'rouge'), ('Bob', 40, NULL), ('x'' OR 1=1 --', NULL, 'bleu'), ('', 60, 'bleu'), (prenom() || '-' || prenom(), 0, '');
