-- Des valeurs sans type déclaré : chacune garde le sien.
CREATE TABLE valeurs (rang INTEGER PRIMARY KEY, v);
