.read ../../donnees/bretagne/bretagne.sql
-- Une copie d'essai : des communes en moins, et un index.
DELETE FROM communes WHERE hasard(1, 12) = 1;
DELETE FROM codes_postaux WHERE code_commune NOT IN (SELECT code FROM communes);
CREATE INDEX communes_par_nom ON communes (nom);
