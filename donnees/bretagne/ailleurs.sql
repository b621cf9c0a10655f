-- À la suite de bretagne.sql : six villages sans habitant (population 0), cinq terres sans recensement (NULL).
-- Écrit par donnees/bretagne/generate ; ne pas modifier à la main. Sources et licence : README.md, à côté.
BEGIN;
INSERT INTO regions VALUES
('44', 'Grand Est'),
('984', 'Terres australes et antarctiques françaises');
INSERT INTO departements VALUES
('55', 'Meuse', '44'),
('984', 'Terres australes et antarctiques françaises', '984');
INSERT INTO epci VALUES
('200049187', 'CA du Grand Verdun', 'CA');
INSERT INTO communes VALUES
('55039', 'Beaumont-en-Verdunois', '55', '200049187', 0),
('55050', 'Bezonvaux', '55', '200049187', 0),
('55139', 'Cumières-le-Mort-Homme', '55', '200049187', 0),
('55189', 'Fleury-devant-Douaumont', '55', '200049187', 0),
('55239', 'Haumont-près-Samogneux', '55', '200049187', 0),
('55307', 'Louvemont-Côte-du-Poivre', '55', '200049187', 0),
('98411', 'Îles Saint-Paul et Nouvelle-Amsterdam', '984', NULL, NULL),
('98412', 'Archipel des Kerguelen', '984', NULL, NULL),
('98413', 'Archipel des Crozet', '984', NULL, NULL),
('98414', 'La Terre-Adélie', '984', NULL, NULL),
('98415', 'Îles Éparses de l''océan Indien', '984', NULL, NULL);
INSERT INTO codes_postaux VALUES
('55100', '55039'),
('55100', '55050'),
('55100', '55139'),
('55100', '55189'),
('55100', '55239'),
('55100', '55307');
COMMIT;
