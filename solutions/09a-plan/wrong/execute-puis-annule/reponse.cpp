// Échoue : RienNEstExecute
// L'instruction est exécutée dans une transaction, puis annulée.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
std::vector<std::string> plan(SQLite::Database& base, const std::string& sql)
{
    std::vector<std::string> l;
    base.exec("BEGIN");
    base.exec(sql);
    base.exec("ROLLBACK");
    SQLite::Statement r(base, "EXPLAIN QUERY PLAN " + sql);
    while (r.executeStep()) {
        l.push_back(r.getColumn("detail").getText());
    }
    return l;
}
