// Échoue : ParentsDAbord
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace orm {

/// Un nom de table ou de colonne tel que SQL le lit, quel qu'il soit : « "group" ».
inline std::string identifiant(std::string_view nom)
{
    std::string protege = "\"";
    for (const char caractere : nom) {
        protege += caractere == '"' ? "\"\"" : std::string(1, caractere);
    }
    return protege + '"';
}

/// L'instruction CREATE TABLE IF NOT EXISTS de `T`.
template <Entite T>
std::string sql_creation()
{
    std::string colonnes;
    pour_chaque_colonne<T>([&](const auto& colonne) {
        using Type = typename std::remove_cvref_t<decltype(colonne)>::Type;
        colonnes += (colonnes.empty() ? "" : ", ") + identifiant(colonne.nom) + ' ';
        colonnes += Conversion<Type>::type;
        if (colonne.est_cle) {
            colonnes += " PRIMARY KEY";
        } else if (!est_optionnel<Type>) {
            colonnes += " NOT NULL";
        }
        if (!colonne.parent.empty()) {
            colonnes += " REFERENCES " + identifiant(colonne.parent);
        }
    });
    return "CREATE TABLE IF NOT EXISTS " + identifiant(Table<T>::nom) + " (" + colonnes + ")";
}

/// Crée les tables qui n'existent pas encore, chacune après celles qu'elle désigne.
template <Entite... T>
void create_all(SQLite::Database& base)
{
    struct ACreer {
        std::string_view nom;
        std::string sql;
        std::vector<std::string_view> parents;
    };
    std::vector<ACreer> reste;
    const auto noter = [&]<class Une>(const Une*) {
        std::vector<std::string_view> parents;
        pour_chaque_colonne<Une>([&](const auto& colonne) { parents.push_back(colonne.parent); });
        reste.push_back({Table<Une>::nom, sql_creation<Une>(), parents});
    };
    (noter(static_cast<const T*>(nullptr)), ...);

    while (!reste.empty()) {
        const auto attend = [&](const ACreer& table) {
            return std::any_of(reste.begin(), reste.end(), [&](const ACreer& autre) {
                return autre.nom != table.nom &&
                       std::find(table.parents.begin(), table.parents.end(), autre.nom) != table.parents.end();
            });
        };
        auto prete = reste.begin();
        if (prete == reste.end()) {
            prete = reste.begin();  // deux tables qui se désignent l'une l'autre : SQLite l'accepte
        }
        base.exec(prete->sql);
        reste.erase(prete);
    }
}

}  // namespace orm
