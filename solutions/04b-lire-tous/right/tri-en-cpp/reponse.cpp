// Variante : l'ordre est mis par le programme, dans un std::map rangé par id
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <map>
#include <utility>

std::vector<Utilisateur> lire_tous(SQLite::Database& base)
{
    std::map<std::int64_t, Utilisateur> par_id;
    SQLite::Statement requete(base, "SELECT age, nom, id FROM utilisateurs");
    while (requete.executeStep()) {
        Utilisateur u{.id = requete.getColumn(2).getInt64(), .nom = requete.getColumn(1).getString()};
        if (const SQLite::Column age = requete.getColumn(0); age.getType() == SQLite::INTEGER) {
            u.age.emplace(age.getInt());
        }
        par_id.emplace(u.id, std::move(u));
    }
    std::vector<Utilisateur> us;
    for (auto& [id, u] : par_id) {
        us.push_back(std::move(u));
    }
    return us;
}
