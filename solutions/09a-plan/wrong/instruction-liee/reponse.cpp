// Échoue : UneTable
// L'instruction est liée à un marqueur, comme une valeur.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
std::vector<std::string> plan(SQLite::Database& base, const std::string& sql)
{
    std::vector<std::string> l;
    SQLite::Statement r(base, "EXPLAIN QUERY PLAN ?");
    r.bind(1, sql);
    while (r.executeStep()) {
        l.push_back(r.getColumn(3).getString());
    }
    return l;
}
