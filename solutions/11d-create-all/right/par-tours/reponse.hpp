// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <set>
#include <sstream>
#include <string>
#include <string_view>

// Des tours complets : à chacun, on crée ce qui peut l'être. Et l'on demande à SQLite de protéger les noms.

namespace orm {

inline std::string nom_sql(SQLite::Database& base, std::string_view nom)
{
    SQLite::Statement requete(base, "SELECT printf('\"%w\"', ?)");
    requete.bind(1, std::string(nom));
    requete.executeStep();
    return requete.getColumn(0).getString();
}

template <class Une>
bool est_prete(const std::set<std::string_view>& demandees)
{
    bool prete = true;
    pour_chaque_colonne<Une>([&](const auto& colonne) { prete = prete && !demandees.contains(colonne.parent); });
    return prete;
}

template <class Une>
void essayer(SQLite::Database& base, std::set<std::string_view>& demandees)
{
    if (!demandees.contains(Table<Une>::nom) || !est_prete<Une>(demandees)) {
        return;
    }
    demandees.erase(Table<Une>::nom);
    if (base.tableExists(std::string(Table<Une>::nom))) {
        return;
    }
    std::ostringstream sql;
    std::ostringstream cles;
    const char* virgule = "";
    sql << "CREATE TABLE " << nom_sql(base, Table<Une>::nom) << " (";
    pour_chaque_colonne<Une>([&]<class M>(const Colonne<Une, M>& colonne) {
        const std::string nom = nom_sql(base, colonne.nom);
        sql << virgule << nom << ' ' << Conversion<M>::type << (colonne.est_cle ? " PRIMARY KEY" : "")
            << (est_optionnel<M> ? "" : " NOT NULL");
        if (colonne.parent != "") {
            cles << ", FOREIGN KEY (" << nom << ") REFERENCES " << nom_sql(base, colonne.parent);
        }
        virgule = ", ";
    });
    sql << cles.str() << ")";
    base.exec(sql.str());
}

template <class... T>
void create_all(SQLite::Database& base)
{
    std::set<std::string_view> demandees{Table<T>::nom...};
    while (!demandees.empty()) {
        (essayer<T>(base, demandees), ...);
    }
}

}  // namespace orm
