// Échoue : RequeteLiberee
// La requête n'est jamais libérée : sqlite3_close rend 5.
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

    for (const Habitant& h : habitants) {
        const int taille = static_cast<int>(h.nom.size());
        exiger(base, sqlite3_bind_text(brute, 1, h.nom.data(), taille, SQLITE_TRANSIENT), SQLITE_OK);
        exiger(base, h.age ? sqlite3_bind_int(brute, 2, *h.age) : sqlite3_bind_null(brute, 2), SQLITE_OK);
        exiger(base, sqlite3_step(brute), SQLITE_DONE);
        exiger(base, sqlite3_reset(brute), SQLITE_OK);
    }
}
