CREATE TABLE commandes (
    numero INTEGER PRIMARY KEY,
    client TEXT NOT NULL,
    centimes INTEGER NOT NULL
);
INSERT INTO commandes (numero, client, centimes) VALUES
    (hasard(1000, 1999), prenom(), hasard(100, 99999)),
    (hasard(2000, 2999), prenom(), hasard(100, 99999)),
    (hasard(3000, 3999), prenom(), hasard(100, 99999));
