// Variante : l'API C seule, le résultat dans une mémoire que SQLite libère, et les remplacements refaits à la main
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <cstring>

namespace {

/// Vrai si tout est de l'UTF-8 ; `vers`, s'il est donné, reçoit le texte sans accents. `n` reçoit sa taille.
bool convertir(const unsigned char* z, int taille, char* vers, std::size_t& n) noexcept
{
    n = 0;
    for (int i = 0; i < taille;) {
        const int suite = z[i] < 0x80                   ? 0
                          : z[i] >= 0xC2 && z[i] < 0xE0 ? 1
                          : z[i] >= 0xE0 && z[i] < 0xF0 ? 2
                          : z[i] >= 0xF0 && z[i] < 0xF5 ? 3
                                                        : -1;
        if (suite < 0 || i + suite >= taille) {
            return false;
        }
        for (int j = 1; j <= suite; ++j) {
            if (z[i + j] < 0x80 || z[i + j] > 0xBF) {
                return false;
            }
        }
        std::string_view sortie(reinterpret_cast<const char*>(z) + i, static_cast<std::size_t>(suite) + 1);
        for (const Remplacement& r : remplacements) {
            if (r.de == sortie) {
                sortie = r.par;
                break;
            }
        }
        if (vers != nullptr && !sortie.empty()) {
            std::memcpy(vers + n, sortie.data(), sortie.size());
        }
        n += sortie.size();
        i += suite + 1;
    }
    return true;
}

}  // namespace

void enregistrer_sans_accents(SQLite::Database& base)
{
    const int code = sqlite3_create_function_v2(
        base.getHandle(), "sans_accents", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC, nullptr,
        [](sqlite3_context* contexte, int, sqlite3_value** arguments) {
            if (sqlite3_value_type(arguments[0]) != SQLITE_TEXT) {
                return sqlite3_result_value(contexte, arguments[0]);
            }
            const unsigned char* z = sqlite3_value_text(arguments[0]);
            const int taille = sqlite3_value_bytes(arguments[0]);
            std::size_t n = 0;
            if (!convertir(z, taille, nullptr, n)) {
                return sqlite3_result_error(contexte, "ce texte n'est pas de l'UTF-8", -1);
            }
            auto* vers = static_cast<char*>(sqlite3_malloc64(n + 1));
            if (vers == nullptr) {
                return sqlite3_result_error_nomem(contexte);
            }
            convertir(z, taille, vers, n);
            sqlite3_result_text64(contexte, vers, n, sqlite3_free, SQLITE_UTF8);
        },
        nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        throw SQLite::Exception(base.getHandle(), code);
    }
}
