// Échoue : AgeImpossible
// L'exception est interceptée : l'appelant croit que tout va bien.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    try {
        SQLite::Statement requete(base, "UPDATE utilisateurs SET age = (age + ?) WHERE id = ?");
        requete.bind(1, std::int64_t{annees});
        requete.bind(2, std::int64_t{id});
        return int{requete.exec()};
    } catch (const SQLite::Exception&) {
        return 0;
    }
}
