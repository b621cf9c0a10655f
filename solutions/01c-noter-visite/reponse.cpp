// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void noter_visite(const std::string& chemin)
{
    // Sans OPEN_CREATE : la base doit exister, et une faute dans le chemin doit se voir (erreur 14).
    SQLite::Database base(chemin, SQLite::OPEN_READWRITE);
    base.exec(sql_visite);
}  // Le destructeur de `base` la ferme ici, que l'on arrive à l'accolade ou qu'une exception la traverse.
