// Échoue : BlobVide
// Ce qui n'a aucun octet est pris pour NULL.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

Valeur lire(const SQLite::Column& c)
{
    const int type = c.getType();
    if (c.getBytes() == 0) {
        return std::monostate{};
    }
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
    return std::monostate{};
}
