// Variante : un premier SELECT compte les lignes, le vecteur a d'emblée la bonne taille, et NULL est écarté par la requête
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    std::vector<Utilisateur> us(
        static_cast<std::size_t>(base.execAndGet("SELECT count(*) FROM utilisateurs").getInt64()));
    SQLite::Statement requete(base, "SELECT age IS NULL, age, nom, id FROM utilisateurs ORDER BY 4");
    for (Utilisateur& u : us) {
        requete.executeStep();
        u = {requete.getColumn(3), requete.getColumn(2), std::nullopt};
        if (requete.getColumn(0).getInt() == 0) {
            u.age = requete.getColumn(1).getInt();
        }
    }
    return us;
}
