// Variante : un switch, avec les noms de l'API C, qui sont connus à la compilation
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <sqlite3.h>

#include <cstring>

Valeur lire(const SQLite::Column& c)
{
    Valeur valeur;
    switch (c.getType()) {
        case SQLITE_INTEGER: valeur = std::int64_t{c}; break;
        case SQLITE_FLOAT: valeur = static_cast<double>(c); break;
        case SQLITE_TEXT: valeur.emplace<std::string>(c.getText(), static_cast<std::size_t>(c.getBytes())); break;
        case SQLITE_BLOB: {
            std::vector<std::byte> octets(static_cast<std::size_t>(c.size()));
            if (!octets.empty()) {
                std::memcpy(octets.data(), c.getBlob(), octets.size());
            }
            valeur = std::move(octets);
            break;
        }
        case SQLITE_NULL:
        default: break;
    }
    return valeur;
}
