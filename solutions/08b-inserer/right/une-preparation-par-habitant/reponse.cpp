// Variante : une requête préparée pour chaque habitant, sans reset, avec des marqueurs nommés
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <memory>
#include <string>

void inserer(sqlite3* base, std::span<const Habitant> habitants)
{
    const auto verifier = [base](bool bien, int code) {
        if (!bien) {
            throw SQLite::Exception(base, code);
        }
    };
    for (const Habitant& h : habitants) {
        sqlite3_stmt* brute = nullptr;
        const std::string sql = "INSERT INTO habitants (nom, age) SELECT :nom, :age";
        int code = sqlite3_prepare_v3(base, sql.data(), static_cast<int>(sql.size()), 0, &brute, nullptr);
        verifier(code == SQLITE_OK, code);
        const std::shared_ptr<sqlite3_stmt> requete(brute, sqlite3_finalize);
        const std::string nom(h.nom);
        code = sqlite3_bind_text(brute, sqlite3_bind_parameter_index(brute, ":nom"), nom.data(),
                                 static_cast<int>(nom.size()), nullptr);
        verifier(code == SQLITE_OK, code);
        if (h.age) {
            code = sqlite3_bind_int(brute, sqlite3_bind_parameter_index(brute, ":age"), *h.age);
            verifier(code == SQLITE_OK, code);
        }
        code = sqlite3_step(brute);
        verifier(code == SQLITE_DONE, code);
    }
}
