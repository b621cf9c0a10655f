// Variante : on regarde d'abord si la personne existe, puis on referme la lecture ; l'ajout reste une seule instruction
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

int vieillir(SQLite::Database& base, std::int64_t id, int annees)
{
    const std::string qui = " WHERE id = " + std::to_string(id);  // deux nombres : rien à injecter
    if (base.execAndGet("SELECT count(*) FROM utilisateurs" + qui).getInt() == 0) {
        return 0;
    }
    return base.exec("UPDATE utilisateurs SET age = age + (" + std::to_string(annees) + ")" + qui);
}
