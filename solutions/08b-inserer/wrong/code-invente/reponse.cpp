// Échoue : RefusSignale
// L'exception porte toujours le code 1, quel que soit le refus.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <memory>

namespace {

/// L'API C ne lance pas d'exception : on le fait pour elle.
void exiger(sqlite3* base, int code, int attendu)
{
    if (code != attendu) {
        throw SQLite::Exception(sqlite3_errmsg(base), 1);
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
    const std::unique_ptr<sqlite3_stmt, Liberer> requete(brute);
    for (const Habitant& h : habitants) {
        const int taille = static_cast<int>(h.nom.size());
        exiger(base, sqlite3_bind_text(brute, 1, h.nom.data(), taille, SQLITE_TRANSIENT), SQLITE_OK);
        exiger(base, h.age ? sqlite3_bind_int(brute, 2, *h.age) : sqlite3_bind_null(brute, 2), SQLITE_OK);
        exiger(base, sqlite3_step(brute), SQLITE_DONE);
        exiger(base, sqlite3_reset(brute), SQLITE_OK);
    }
}
