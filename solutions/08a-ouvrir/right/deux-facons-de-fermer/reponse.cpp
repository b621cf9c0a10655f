// Variante : si sqlite3_close refuse, sqlite3_close_v2 ferme plus tard ; le chemin passe par u8string
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

void FermeBase::operator()(sqlite3* base) const noexcept
{
    if (sqlite3_close(base) == SQLITE_BUSY) {
        sqlite3_close_v2(base);
    }
}

Base ouvrir(const std::filesystem::path& chemin)
{
    const auto nom = chemin.u8string();
    Base base;
    sqlite3* ouverte = nullptr;
    const int code = sqlite3_open_v2(reinterpret_cast<const char*>(nom.c_str()), &ouverte,
                                     SQLITE_OPEN_CREATE | SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    base.reset(ouverte);
    switch (code) {
        case SQLITE_OK: return base;
        default: throw SQLite::Exception(sqlite3_errmsg(base.get()), code);
    }
}
