// Échoue : BooleensEtReels
// Un float n'a que sept chiffres environ : les autres sont perdus.
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <concepts>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

/// Lie `v` au marqueur numéro `position` de `r`, sans exécuter la requête (le détail est dans fourni.hpp).
template <class T>
void lier(SQLite::Statement& r, int position, const T& v)
{
    if constexpr (est_optionnel<T>) {
        if (v) {
            lier(r, position, *v);
        } else {
            r.bind(position);  // NULL, à dire : sinon la valeur précédente reste liée
        }
    } else if constexpr (std::same_as<T, bool>) {
        r.bind(position, v ? 1 : 0);
    } else if constexpr (std::same_as<T, char>) {
        r.bind(position, std::string(1, v));  // un char est un entier pour le compilateur, pas pour nous
    } else if constexpr (std::integral<T>) {
        if (!std::in_range<std::int64_t>(v)) {
            throw std::out_of_range("lier : " + std::to_string(v) + " ne tient pas dans un entier de SQLite");
        }
        r.bind(position, static_cast<std::int64_t>(v));
    } else if constexpr (std::floating_point<T>) {
        r.bind(position, static_cast<float>(v));
    } else {
        static_assert(std::convertible_to<const T&, std::string_view>, "lier ne connaît pas ce type");
        r.bind(position, std::string(std::string_view(v)));  // bind copie le texte, avec sa longueur
    }
}
