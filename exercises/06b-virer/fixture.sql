CREATE TABLE comptes (
    id INTEGER PRIMARY KEY,
    titulaire TEXT NOT NULL,
    solde INTEGER NOT NULL CHECK (solde >= 0),
    plafond INTEGER,
    CHECK (solde <= plafond)
);
-- La banque, deux clients, un livret presque plein. NULL : pas de plafond.
INSERT INTO comptes (id, titulaire, solde, plafond) VALUES
    (hasard(100, 199), 'La banque', 9007199254740993 + 2 * hasard(0, 1000000), NULL),
    (hasard(200, 299), prenom(), hasard(50000, 200000), NULL),
    (hasard(300, 399), prenom(), hasard(50000, 200000), NULL),
    (hasard(400, 499), 'Livret de ' || prenom(), hasard(2290000, 2294000), 2295000);
