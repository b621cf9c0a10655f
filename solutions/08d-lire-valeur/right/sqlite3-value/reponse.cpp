// Variante : les fonctions sqlite3_value_, une copie protégée de la valeur, et tous les textes gardés
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <algorithm>
#include <cstring>
#include <memory>

Valeur lire_valeur(sqlite3_stmt* requete, int colonne)
{
    const std::unique_ptr<sqlite3_value, void (*)(sqlite3_value*)> v(
        sqlite3_value_dup(sqlite3_column_value(requete, colonne)), sqlite3_value_free);
    const int type = sqlite3_value_type(v.get());
    if (type == SQLITE_NULL) {
        return {};
    }
    if (type == SQLITE_INTEGER) {
        return static_cast<std::int64_t>(sqlite3_value_int64(v.get()));
    }
    if (type == SQLITE_FLOAT) {
        return sqlite3_value_double(v.get());
    }
    const void* const octets = sqlite3_value_blob(v.get());
    const auto taille = static_cast<std::size_t>(sqlite3_value_bytes(v.get()));
    if (type == SQLITE_TEXT) {
        return taille == 0 ? std::string() : std::string(static_cast<const char*>(octets), taille);
    }
    std::vector<std::byte> blob(taille);
    if (taille > 0) {
        std::memcpy(blob.data(), octets, taille);
    }
    return blob;
}

std::string plus_long(sqlite3_stmt* requete, int colonne)
{
    std::vector<std::string> textes;
    for (;;) {
        const int code = sqlite3_step(requete);
        if (code == SQLITE_DONE) {
            break;
        }
        if (code != SQLITE_ROW) {
            throw SQLite::Exception(sqlite3_errmsg(sqlite3_db_handle(requete)), code);
        }
        if (const Valeur v = lire_valeur(requete, colonne); std::holds_alternative<std::string>(v)) {
            textes.push_back(std::get<std::string>(v));
        }
    }
    const auto plus_court = [](const std::string& a, const std::string& b) { return a.size() < b.size(); };
    const auto gagnant = std::max_element(textes.begin(), textes.end(), plus_court);
    return gagnant == textes.end() ? std::string() : *gagnant;
}
