// Variante : le code de sqlite3_step est lu par sqlite3_reset, et le nom lié comme BLOB, puis changé en texte
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
void inserer(sqlite3* base, std::span<const Habitant> habitants)
{
    static const char sql[] = "INSERT INTO habitants (nom, age) SELECT CAST(?1 AS TEXT), ?2";
    sqlite3_stmt* s = nullptr;
    int c = sqlite3_prepare(base, sql, sizeof sql, &s, nullptr);
    for (std::size_t i = 0; c == SQLITE_OK && i < habitants.size(); ++i) {
        const auto& [nom, age] = habitants[i];
        if ((c = sqlite3_bind_blob(s, 1, nom.data(), static_cast<int>(nom.size()), nullptr)))
            break;
        if ((c = age ? sqlite3_bind_int(s, 2, *age) : sqlite3_bind_null(s, 2)))
            break;
        sqlite3_step(s);
        c = sqlite3_reset(s);
    }
    if (c == SQLITE_OK) {
        c = sqlite3_finalize(s);
        s = nullptr;
    }
    if (c != SQLITE_OK) {
        SQLite::Exception e(base, c);
        sqlite3_finalize(s);
        throw e;
    }
}
