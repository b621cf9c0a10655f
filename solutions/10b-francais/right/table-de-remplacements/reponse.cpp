// Variante : une std::map construite une fois, donnée à la fonction de rappel, qui la reçoit en premier argument
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <map>
#include <string>
#include <tuple>

namespace {

struct Tables {
    std::map<std::string, std::string> composer;
    std::map<std::string, std::string> base;
};

std::string remplacer(std::string texte, const std::map<std::string, std::string>& table)
{
    for (const auto& [de, par] : table) {
        for (auto ou = texte.find(de); ou != std::string::npos; ou = texte.find(de, ou + par.size())) {
            texte.replace(ou, de.size(), par);
        }
    }
    return texte;
}

}  // namespace

void enregistrer_francais(SQLite::Database& base)
{
    auto* tables = new Tables;
    for (const auto& [composee, decomposee, de_base] : lettres) {
        if (composee != decomposee) {
            tables->composer.emplace(decomposee, composee);
        }
        tables->base.emplace(composee, de_base);
    }
    for (char c = 'A'; c <= 'Z'; ++c) {
        tables->base.emplace(std::string(1, c), std::string(1, static_cast<char>(c | 0x20)));
    }
    const int code = sqlite3_create_collation_v2(
        base.getHandle(), "FRANCAIS", SQLITE_UTF8, tables,
        [](void* donnees, int n, const void* p, int m, const void* q) {
            const auto& [composer, de_base] = *static_cast<const Tables*>(donnees);
            const std::string a =
                remplacer(std::string(static_cast<const char*>(p), static_cast<unsigned>(n)), composer);
            const std::string b =
                remplacer(std::string(static_cast<const char*>(q), static_cast<unsigned>(m)), composer);
            const auto gauche = std::make_tuple(remplacer(a, de_base), a);
            const auto droite = std::make_tuple(remplacer(b, de_base), b);
            return gauche < droite ? -1 : droite < gauche ? 1 : 0;
        },
        [](void* donnees) { delete static_cast<Tables*>(donnees); });
    if (code != SQLITE_OK) {
        delete tables;  // SQLite ne l'a pas pris
        throw SQLite::Exception(base.getHandle(), code);
    }
}
