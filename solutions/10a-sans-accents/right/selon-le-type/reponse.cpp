// Variante : un switch sur le type, NULL rendu en toutes lettres, et un objet donné à la fonction de rappel
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <functional>

namespace {

using Transformation = std::function<std::string(std::string_view)>;

extern "C" void appliquer(sqlite3_context* contexte, int, sqlite3_value** arguments)
{
    switch (sqlite3_value_type(arguments[0])) {
        case SQLITE_NULL: sqlite3_result_null(contexte); break;
        case SQLITE_INTEGER: sqlite3_result_int64(contexte, sqlite3_value_int64(arguments[0])); break;
        case SQLITE_FLOAT: sqlite3_result_double(contexte, sqlite3_value_double(arguments[0])); break;
        case SQLITE_TEXT:
            try {
                const auto* octets = static_cast<const char*>(sqlite3_value_blob(arguments[0]));
                const std::string texte(octets == nullptr ? "" : octets,
                                        static_cast<std::size_t>(sqlite3_value_bytes(arguments[0])));
                const std::string resultat = (*static_cast<Transformation*>(sqlite3_user_data(contexte)))(texte);
                sqlite3_result_text(contexte, resultat.c_str(), static_cast<int>(resultat.size()), SQLITE_TRANSIENT);
            } catch (const std::exception& erreur) {
                const std::string message = erreur.what();
                sqlite3_result_error(contexte, message.c_str(), static_cast<int>(message.size()));
            }
            break;
        default: sqlite3_result_value(contexte, arguments[0]); break;
    }
}

}  // namespace

void enregistrer_sans_accents(SQLite::Database& base)
{
    base.createFunction("SANS_ACCENTS", 1, true, new Transformation(retirer_accents), appliquer, nullptr, nullptr,
                        [](void* transformation) { delete static_cast<Transformation*>(transformation); });
}
