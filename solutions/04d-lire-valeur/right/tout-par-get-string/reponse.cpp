// Variante : les octets d'un BLOB sont pris par getString, qui convient aussi, un par un
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <algorithm>
#include <iterator>

Valeur lire(const SQLite::Column& c)
{
    if (c.isNull()) {
        return {};
    }
    if (c.isInteger()) {
        return c.getInt64();
    }
    if (c.isFloat()) {
        return c.getDouble();
    }
    const bool est_un_texte = c.isText();
    const std::string octets = c.getString();
    if (est_un_texte) {
        return octets;
    }
    std::vector<std::byte> blob;
    std::transform(octets.begin(), octets.end(), std::back_inserter(blob),
                   [](char octet) { return static_cast<std::byte>(octet); });
    return blob;
}
