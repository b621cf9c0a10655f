// Variante : une classe qui lie, exécute et libère ; les octets sont liés sans copie
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <stdexcept>
class Requete {
    sqlite3* b;
    sqlite3_stmt* s{};
    void v(int c)
    {
        if (c != SQLITE_OK && c != SQLITE_DONE)
            throw SQLite::Exception(sqlite3_errmsg(b), sqlite3_errcode(b));
    }

public:
    Requete(sqlite3* base, std::string_view sql) : b(base)
    {
        v(sqlite3_prepare_v2(b, sql.data(), int(sql.size()), &s, nullptr));
    }
    ~Requete() { sqlite3_finalize(s); }
    Requete(Requete&&) = delete;
    Requete& vider()
    {
        v(sqlite3_reset(s));
        v(sqlite3_clear_bindings(s));
        return *this;
    }
    Requete& lier(int i, std::string_view t)
    {
        v(sqlite3_bind_text(s, i, t.empty() ? "" : t.data(), int(t.size()), SQLITE_STATIC));
        return *this;
    }
    Requete& lier(int i, std::optional<int> n)
    {
        v(n ? sqlite3_bind_int(s, i, *n) : SQLITE_OK);
        return *this;
    }
    void executer() { v(sqlite3_step(s)); }
};
void inserer(sqlite3* base, std::span<const Habitant> habitants)
{
    Requete r(base, "INSERT INTO habitants (nom, age) VALUES (?1, ?2)");
    for (const auto& h : habitants)
        r.vider().lier(1, h.nom).lier(2, h.age).executer();
}
