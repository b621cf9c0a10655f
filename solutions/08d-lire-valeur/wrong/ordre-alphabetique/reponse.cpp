// Échoue : PlusLong
// Le plus grand dans l'ordre alphabétique n'est pas le plus long.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <string_view>

Valeur lire_valeur(sqlite3_stmt* requete, int colonne)
{
    switch (sqlite3_column_type(requete, colonne)) {  // d'abord le type : lire peut convertir
        case SQLITE_INTEGER: return sqlite3_column_int64(requete, colonne);
        case SQLITE_FLOAT: return sqlite3_column_double(requete, colonne);
        case SQLITE_TEXT: {
            const auto* octets = reinterpret_cast<const char*>(sqlite3_column_text(requete, colonne));
            return std::string(octets, static_cast<std::size_t>(sqlite3_column_bytes(requete, colonne)));
        }
        case SQLITE_BLOB: {
            const auto* octets = static_cast<const std::byte*>(sqlite3_column_blob(requete, colonne));
            return std::vector<std::byte>(octets, octets + sqlite3_column_bytes(requete, colonne));
        }
        default: return std::monostate{};
    }
}

std::string plus_long(sqlite3_stmt* requete, int colonne)
{
    std::string gagnant;  // une copie : l'adresse des octets ne vaut que jusqu'au prochain sqlite3_step
    int code = sqlite3_step(requete);
    while (code == SQLITE_ROW) {
        if (sqlite3_column_type(requete, colonne) == SQLITE_TEXT) {
            const auto* octets = reinterpret_cast<const char*>(sqlite3_column_text(requete, colonne));
            const std::string_view texte(octets, static_cast<std::size_t>(sqlite3_column_bytes(requete, colonne)));
            if (texte > gagnant) {
                gagnant = texte;
            }
        }
        code = sqlite3_step(requete);
    }
    if (code != SQLITE_DONE) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
    return std::string(gagnant);
}
