.read ../../donnees/bretagne/bretagne.sql
-- Une copie d'essai : des communes en moins, des populations changées, et des communes imaginaires aux limites de chaque condition.
DELETE FROM communes WHERE hasard(1, 12) = 1 AND nom <> 'Plouhinec';
DELETE FROM codes_postaux WHERE code_commune NOT IN (SELECT code FROM communes);
UPDATE communes SET population = population + hasard(1, 1 + population / 10);
UPDATE communes SET population = NULL WHERE hasard(1, 40) = 1;
UPDATE communes SET population = 0 WHERE hasard(1, 60) = 1;
INSERT INTO communes (code, nom, code_departement, population) VALUES
('22X01', 'PLOUHINEC', '22', 4999),
('22X02', 'plouhinec', '22', 5000),
('22X03', 'Plouhinec-sur-Mer', '22', 5999),
('22X04', 'PlouHinec', '22', 6000),
('29', 'Île Imaginaire', '29', hasard(5100, 5900)),
('29A07', 'Presqu''île Imaginaire', '29', 0),
('29Z99', 'Cap Imaginaire', '22', NULL),
('2A900', 'Mont Imaginaire', '22', 1),
('30', 'Lac Imaginaire', '22', hasard(5100, 5900));
CREATE INDEX communes_par_nom ON communes (nom COLLATE NOCASE);
CREATE INDEX communes_par_population ON communes (population);
