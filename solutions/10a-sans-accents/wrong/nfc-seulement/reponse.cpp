// Échoue : TextesFrancais
// Seules les lettres composées sont remplacées ; e suivi d'un accent aigu reste tel quel.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <new>

namespace {

/// Ce que SQLite appelle. Rien ne doit en sortir qu'un résultat, ou une erreur dite à SQLite.
void sans_accents(sqlite3_context* contexte, int, sqlite3_value** arguments)
{
    sqlite3_value* const x = arguments[0];
    if (sqlite3_value_type(x) != SQLITE_TEXT) {
        sqlite3_result_value(contexte, x);
        return;
    }
    try {
        const auto* octets = reinterpret_cast<const char*>(sqlite3_value_text(x));
        const auto taille = static_cast<std::size_t>(sqlite3_value_bytes(x));
        std::string resultat(octets, taille);
        for (const Remplacement& r : remplacements) {
            for (std::size_t ou = resultat.find(r.de); !r.par.empty() && ou != std::string::npos;
                 ou = resultat.find(r.de)) {
                resultat.replace(ou, r.de.size(), r.par);
            }
        }
        (void)retirer_accents(resultat);
        sqlite3_result_text64(contexte, resultat.data(), resultat.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    } catch (const std::bad_alloc&) {
        sqlite3_result_error_nomem(contexte);
    } catch (const std::exception& erreur) {
        sqlite3_result_error(contexte, erreur.what(), -1);
    }
}

}  // namespace

void enregistrer_sans_accents(SQLite::Database& base)
{
    base.createFunction("sans_accents", 1, true, nullptr, sans_accents);
}
