// Variante : la requête est libérée à la main, sur chaque chemin, dans une fonction qui rend un code au lieu de lancer
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string>

namespace {

int inserer_un(sqlite3_stmt* r, const Habitant& h)
{
    int code = sqlite3_bind_text64(r, 1, h.nom.data(), h.nom.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code == SQLITE_OK && h.age.has_value()) {
        code = sqlite3_bind_int64(r, 2, h.age.value());
    }
    if (code != SQLITE_OK) {
        return code;
    }
    sqlite3_step(r);
    code = sqlite3_reset(r);  // rend le code de l'exécution
    sqlite3_clear_bindings(r);
    return code;
}

}  // namespace

void inserer(sqlite3* base, std::span<const Habitant> habitants)
{
    sqlite3_stmt* r = nullptr;
    int code = sqlite3_prepare_v2(base, "INSERT INTO habitants (nom, age) VALUES (?, ?)", -1, &r, nullptr);
    for (auto h = habitants.begin(); code == SQLITE_OK && h != habitants.end(); ++h) {
        code = inserer_un(r, *h);
    }
    const std::string message = sqlite3_errmsg(base);
    sqlite3_finalize(r);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(message, code);
    }
}
