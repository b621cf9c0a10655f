// Variante : SQLite::Exception(base), qui demande aussi le code à la connexion
// SPDX-License-Identifier: MIT
#include "fourni.hpp"
#include <string>
namespace {
struct Ouverture {
    sqlite3* p{};
    int code{};
};
Ouverture essayer(const std::string& s)
{
    Ouverture o;
    o.code = sqlite3_open_v2(s.c_str(), &o.p, SQLITE_OPEN_CREATE | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, "unix");
    return o;
}
}  // namespace
Base ouvrir(const std::filesystem::path& chemin)
{
    auto [p, code] = essayer(chemin.native());
    if (Base b{p}; code == SQLITE_OK)
        return b;
    else
        throw SQLite::Exception(b.get());
}
void FermeBase::operator()(sqlite3* b) const noexcept { static_cast<void>(::sqlite3_close_v2(b)); }
