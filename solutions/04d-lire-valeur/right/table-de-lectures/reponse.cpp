// Variante : une table associe à chaque type la lecture qui lui convient
// SPDX-License-Identifier: MIT
#include "fourni.hpp"

#include <functional>
#include <map>
#include <span>

Valeur lire(const SQLite::Column& c)
{
    using Lecture = std::function<Valeur(const SQLite::Column&)>;
    const std::map<int, Lecture> lectures{
        {SQLite::Null, [](const SQLite::Column&) { return Valeur{}; }},
        {SQLite::INTEGER, &SQLite::Column::getInt64},
        {SQLite::FLOAT, &SQLite::Column::getDouble},
        {SQLite::TEXT, &SQLite::Column::getString},
        {SQLite::BLOB,
         [](const SQLite::Column& blob) {
             const std::span octets(static_cast<const std::byte*>(blob.getBlob()),
                                    static_cast<std::size_t>(blob.getBytes()));
             return Valeur(std::vector<std::byte>(octets.begin(), octets.end()));
         }},
    };
    return lectures.at(c.getType())(c);
}
