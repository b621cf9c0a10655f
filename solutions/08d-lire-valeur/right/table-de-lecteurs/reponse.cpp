// Variante : une fonction par type, dans une std::map ; le texte lu comme des octets
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <algorithm>
#include <cstring>
#include <functional>
#include <map>
namespace {
template <class C>
C octets(sqlite3_stmt* s, int i)
{
    const void* p = sqlite3_column_blob(s, i);
    C c;
    c.resize(size_t(sqlite3_column_bytes(s, i)));
    if (p && !c.empty())
        std::memcpy(c.data(), p, c.size());
    return c;
}
const std::map<int, std::function<Valeur(sqlite3_stmt*, int)>> lecteurs{
    {SQLITE_NULL, [](auto...) { return Valeur{}; }},
    {SQLITE_INTEGER,
     [](sqlite3_stmt* s, int i) { return Valeur(std::in_place_type<std::int64_t>, sqlite3_column_int64(s, i)); }},
    {SQLITE_FLOAT, [](sqlite3_stmt* s, int i) { return Valeur(sqlite3_column_double(s, i)); }},
    {SQLITE_TEXT, [](sqlite3_stmt* s, int i) { return Valeur(octets<std::string>(s, i)); }},
    {SQLITE_BLOB, [](sqlite3_stmt* s, int i) { return Valeur(octets<std::vector<std::byte>>(s, i)); }},
};
}  // namespace
Valeur lire_valeur(sqlite3_stmt* requete, int colonne)
{
    return lecteurs.at(sqlite3_column_type(requete, colonne))(requete, colonne);
}
std::string plus_long(sqlite3_stmt* requete, int colonne)
{
    std::vector<std::string> textes;
    for (;;) {
        switch (const int c = sqlite3_step(requete)) {
            case SQLITE_ROW:
                if (sqlite3_column_type(requete, colonne) == SQLITE_TEXT)
                    textes.push_back(octets<std::string>(requete, colonne));
                continue;
            case SQLITE_DONE: {
                auto it = std::max_element(textes.begin(), textes.end(),
                                           [](auto& a, auto& b) { return a.size() < b.size(); });
                return it == textes.end() ? std::string() : std::move(*it);
            }
            default: throw SQLite::Exception(sqlite3_errmsg(sqlite3_db_handle(requete)), c);
        }
    }
}
