// Variante : la taille demandée avant le texte, une longueur retenue à part, et la requête remise au départ
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <cstring>
#include <optional>

namespace {

std::string texte_de(sqlite3_stmt* requete, int colonne)
{
    std::string copie(static_cast<std::size_t>(sqlite3_column_bytes(requete, colonne)), '\0');
    std::memcpy(copie.data(), sqlite3_column_text(requete, colonne), copie.size());
    return copie;
}

}  // namespace

Valeur lire_valeur(sqlite3_stmt* requete, int colonne)
{
    Valeur valeur;
    const int type = sqlite3_column_type(requete, colonne);
    if (type == SQLITE_TEXT) {
        valeur = texte_de(requete, colonne);
    } else if (type == SQLITE_BLOB) {
        auto& blob = valeur.emplace<std::vector<std::byte>>();
        const auto* octets = static_cast<const unsigned char*>(sqlite3_column_blob(requete, colonne));
        for (int i = 0; i < sqlite3_column_bytes(requete, colonne); ++i) {
            blob.push_back(std::byte{octets[i]});
        }
    } else if (type == SQLITE_FLOAT) {
        valeur = sqlite3_column_double(requete, colonne);
    } else if (type == SQLITE_INTEGER) {
        valeur.emplace<std::int64_t>(sqlite3_column_int64(requete, colonne));
    }
    return valeur;
}

std::string plus_long(sqlite3_stmt* requete, int colonne)
{
    std::optional<std::string> gagnant;
    int taille = -1;
    int code = SQLITE_OK;
    while ((code = sqlite3_step(requete)) == SQLITE_ROW) {
        if (sqlite3_column_type(requete, colonne) == SQLITE_TEXT && sqlite3_column_bytes(requete, colonne) > taille) {
            taille = sqlite3_column_bytes(requete, colonne);
            gagnant = texte_de(requete, colonne);
        }
    }
    if (code != SQLITE_DONE) {
        throw SQLite::Exception(sqlite3_db_handle(requete), code);
    }
    sqlite3_reset(requete);
    return gagnant.value_or("");
}
