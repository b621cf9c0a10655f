// Variante : une fonction par sorte de type, choisie par les concepts, au lieu d'une suite de if constexpr
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

template <std::same_as<bool> T>
void lier(SQLite::Statement& r, int position, const T& v)
{
    r.bind(position, static_cast<int>(v));
}

template <std::same_as<char> T>
void lier(SQLite::Statement& r, int position, const T& v)
{
    r.bind(position, std::string{v});
}

template <std::signed_integral T>
requires(!std::same_as<T, char>) void lier(SQLite::Statement& r, int position, const T& v)
{
    r.bind(position, std::int64_t{v});
}

template <std::unsigned_integral T>
requires(!std::same_as<T, bool>) void lier(SQLite::Statement& r, int position, const T& v)
{
    if (v > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        throw std::out_of_range("entier trop grand pour SQLite");
    }
    r.bind(position, static_cast<std::int64_t>(v));
}

inline void lier(SQLite::Statement& r, int position, double v) { r.bind(position, v); }

inline void lier(SQLite::Statement& r, int position, std::string_view v) { r.bind(position, std::string(v)); }

template <class T>
void lier(SQLite::Statement& r, int position, const std::optional<T>& v)
{
    v.has_value() ? lier(r, position, v.value()) : r.bind(position);
}
