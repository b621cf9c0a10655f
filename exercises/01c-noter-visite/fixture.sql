-- Un musée, sa capacité, et les visites déjà notées.
CREATE TABLE musee (capacite INTEGER);
INSERT INTO musee (capacite) VALUES (1000);
CREATE TABLE visites (
    id INTEGER PRIMARY KEY,
    moment TEXT DEFAULT CURRENT_TIMESTAMP
);
INSERT INTO visites (moment) VALUES ('2026-05-02 10:0' || hasard(0, 9) || ':12');
INSERT INTO visites (moment) VALUES ('2026-05-02 11:' || hasard(10, 59) || ':40');
INSERT INTO visites (moment) VALUES ('2026-05-02 14:' || hasard(10, 59) || ':05');
-- Quand la capacité est atteinte, la visite est refusée.
CREATE TRIGGER complet BEFORE INSERT ON visites
WHEN (SELECT count(*) FROM visites) >= (SELECT capacite FROM musee)
BEGIN
    SELECT RAISE(ABORT, 'le musée est complet');
END;
