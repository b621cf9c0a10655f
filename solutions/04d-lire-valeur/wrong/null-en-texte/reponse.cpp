// Échoue : Absent
// Ce qui n'est ni nombre ni BLOB est lu comme un texte, NULL compris.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

Valeur lire(const SQLite::Column& c)
{
    const int type = c.getType();  // avant toute lecture : une conversion pourrait le changer
    if (type == SQLite::INTEGER) {
        return c.getInt64();
    }
    if (type == SQLite::FLOAT) {
        return c.getDouble();
    }
    if (type == SQLite::TEXT) {
        return c.getString();
    }
    if (type == SQLite::BLOB) {
        // Vide, un BLOB n'a pas d'adresse ; de nullptr à nullptr + 0, le vecteur est vide aussi.
        const auto* debut = static_cast<const std::byte*>(c.getBlob());
        return std::vector<std::byte>(debut, debut + c.getBytes());
    }
    return c.getString();
}
