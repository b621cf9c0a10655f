// Échoue : Entiers
// L'entier passe par un double, qui n'a que 53 bits de précision.
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

Valeur lire(const SQLite::Column& c)
{
    const int type = c.getType();  // avant toute lecture : une conversion pourrait le changer
    if (type == SQLite::INTEGER) {
        return static_cast<std::int64_t>(c.getDouble());
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
