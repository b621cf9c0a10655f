// Variante : l'API C, chaque code de retour étant lu ; un gardien annule tant que rien n'est validé
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <memory>

namespace {

/// Annule la transaction en cours, s'il y en a une.
struct Annuler {
    void operator()(sqlite3* base) const
    {
        if (sqlite3_get_autocommit(base) == 0) {
            sqlite3_exec(base, "ROLLBACK", nullptr, nullptr, nullptr);
        }
    }
};

}  // namespace

void inscrire_famille(SQLite::Database& base, std::span<const Utilisateur> us)
{
    sqlite3* const connexion = base.getHandle();
    const auto exiger = [&](int code, int attendu) {
        if (code != attendu) {
            throw SQLite::Exception(connexion, code);
        }
    };
    exiger(sqlite3_exec(connexion, "BEGIN", nullptr, nullptr, nullptr), SQLITE_OK);
    const std::unique_ptr<sqlite3, Annuler> gardien(connexion);
    sqlite3_stmt* brute = nullptr;
    exiger(sqlite3_prepare_v2(connexion, "INSERT INTO utilisateurs (nom, age) VALUES (?, ?)", -1, &brute, nullptr),
           SQLITE_OK);
    const std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> requete(brute, sqlite3_finalize);
    for (const Utilisateur& u : us) {
        exiger(sqlite3_bind_text(brute, 1, u.nom.data(), static_cast<int>(u.nom.size()), SQLITE_STATIC), SQLITE_OK);
        exiger(u.age ? sqlite3_bind_int(brute, 2, *u.age) : sqlite3_bind_null(brute, 2), SQLITE_OK);
        exiger(sqlite3_step(brute), SQLITE_DONE);
        exiger(sqlite3_reset(brute), SQLITE_OK);
    }
    exiger(sqlite3_exec(connexion, "COMMIT", nullptr, nullptr, nullptr), SQLITE_OK);
}
