// Variante : une exécution par habitant, LIMIT 1 OFFSET ?
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    std::vector<Utilisateur> r;
    SQLite::Statement q(base,
                        "SELECT id, nom, age, typeof(age) = 'null' FROM utilisateurs ORDER BY id ASC LIMIT 1 OFFSET ?");
    while (q.bind(1, static_cast<int>(r.size())), q.executeStep()) {
        const auto a = q.getColumn(2);
        r.emplace_back(Utilisateur{q.getColumn(0), q.getColumn(1),
                                   q.getColumn(3).getInt() ? std::nullopt : std::make_optional(a.getInt())});
        q.reset();
    }
    r.shrink_to_fit();
    return r;
}
