// Variante : tout type est d'abord ramené à l'une des quatre sortes de valeurs de SQLite, puis std::visit la lie
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <variant>

using Valeur = std::variant<std::monostate, std::int64_t, double, std::string>;

template <class T>
Valeur convertir(const T& v)
{
    if constexpr (est_optionnel<T>) {
        return v ? convertir(*v) : Valeur{};
    } else if constexpr (std::is_same_v<T, char>) {
        return std::string(1, v);
    } else if constexpr (std::is_floating_point_v<T>) {
        return double{v};
    } else if constexpr (std::is_integral_v<T>) {
        const auto entier = static_cast<std::int64_t>(v);
        if (std::is_unsigned_v<T> && entier < 0) {
            throw std::out_of_range("entier trop grand pour SQLite");
        }
        return entier;
    } else {
        return std::string(v.begin(), v.end());
    }
}

struct Liaison {
    SQLite::Statement& r;
    int position;
    void operator()(std::monostate) const { r.bind(position); }
    void operator()(const auto& v) const { r.bind(position, v); }
};

template <class T>
void lier(SQLite::Statement& r, int position, const T& v)
{
    std::visit(Liaison{r, position}, convertir(v));
}
