// Échoue : LibereeApresRefus
// sqlite3_finalize est bien écrit, à la fin de la fonction ; une exception passe par-dessus.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <memory>

namespace {

/// L'API C ne lance pas d'exception : on le fait pour elle.
void exiger(sqlite3* base, int code, int attendu)
{
    if (code != attendu) {
        throw SQLite::Exception(base, code);
    }
}

struct Liberer {
    void operator()(sqlite3_stmt* requete) const noexcept { sqlite3_finalize(requete); }
};

}  // namespace

void inserer(sqlite3* base, std::span<const Habitant> habitants)
{
    constexpr const char* sql = "INSERT INTO habitants (nom, age) VALUES (?, ?)";
    sqlite3_stmt* brute = nullptr;
    exiger(base, sqlite3_prepare_v2(base, sql, -1, &brute, nullptr), SQLITE_OK);
    for (const auto& [nom, age] : habitants) {
        const int octets = static_cast<int>(nom.size());
        exiger(base, sqlite3_bind_text(brute, 1, nom.data(), octets, SQLITE_TRANSIENT), SQLITE_OK);
        exiger(base, age ? sqlite3_bind_int(brute, 2, *age) : sqlite3_bind_null(brute, 2), SQLITE_OK);
        const int fait = sqlite3_step(brute);
        exiger(base, fait, SQLITE_DONE);
        const int pret = sqlite3_reset(brute);
        exiger(base, pret, SQLITE_OK);
    }
    sqlite3_finalize(brute);
}
