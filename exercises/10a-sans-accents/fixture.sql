.read ../../donnees/bretagne/bretagne.sql
-- Une copie d'essai : des communes en moins, et d'autres, imaginaires, dont les noms changent à chaque fois.
DELETE FROM communes WHERE hasard(1, 3) > 1;
INSERT INTO communes (code, nom, code_departement)
VALUES ('29901', 'Île-' || prenom() || '-Cœur', '29'), ('29902', 'Saint-Élie-' || hasard(2, 99), '29'),
       ('29903', 'Kerguelen-l''Aïeul-' || hasard(2, 99), '29');
