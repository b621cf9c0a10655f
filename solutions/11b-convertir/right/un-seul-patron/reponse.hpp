// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <sqlite3.h>

#include <chrono>
#include <concepts>
#include <cstdint>
#include <iomanip>
#include <limits>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

// Le patron lui-même plutôt que des spécialisations : une suite de if constexpr.

template <class T>
struct Interieur {
    using Type = T;
    static constexpr bool facultatif = false;
};
template <class T>
struct Interieur<std::optional<T>> {
    using Type = T;
    static constexpr bool facultatif = true;
};

template <class T>
struct orm::Conversion {
    using X = typename Interieur<T>::Type;
    static constexpr std::string_view type = std::floating_point<X>                  ? "REAL"
                                             : std::integral<X> || std::is_enum_v<X> ? "INTEGER"
                                                                                     : "TEXT";

    static void lier(SQLite::Statement& requete, int position, T valeur)
    {
        if constexpr (Interieur<T>::facultatif) {
            requete.bind(position);
            if (valeur.has_value()) {
                Conversion<X>::lier(requete, position, valeur.value());
            }
        } else if constexpr (std::same_as<T, std::chrono::year_month_day>) {
            std::ostringstream texte;
            texte << std::setfill('0') << std::setw(4) << int(valeur.year()) << '-' << std::setw(2)
                  << unsigned(valeur.month()) << '-' << std::setw(2) << unsigned(valeur.day());
            requete.bind(position, texte.str());
        } else if constexpr (std::is_enum_v<T> || std::integral<T>) {
            requete.bind(position, static_cast<std::int64_t>(valeur));
        } else {
            requete.bind(position, valeur);
        }
    }

    static T lire(const SQLite::Column& colonne)
    {
        const int lu = colonne.getType();
        if constexpr (Interieur<T>::facultatif) {
            if (lu == SQLITE_NULL) {
                return {};
            }
            return Conversion<X>::lire(colonne);
        } else if constexpr (std::same_as<T, std::chrono::year_month_day>) {
            const std::string texte = Conversion<std::string>::lire(colonne);
            std::string forme = texte;
            for (char& c : forme) {
                c = c >= '0' && c <= '9' ? '9' : c;
            }
            if (forme != "9999-99-99") {
                throw std::invalid_argument("pas une date : " + texte);
            }
            const std::chrono::year_month_day date(std::chrono::year(std::stoi(texte)),
                                                   std::chrono::month(unsigned(std::stoi(texte.substr(5)))),
                                                   std::chrono::day(unsigned(std::stoi(texte.substr(8)))));
            return date.ok() ? date : throw std::invalid_argument("ce jour n'existe pas : " + texte);
        } else if constexpr (std::floating_point<T>) {
            if (lu != SQLITE_FLOAT && lu != SQLITE_INTEGER) {
                throw std::invalid_argument("pas un nombre");
            }
            return colonne.getDouble();
        } else if constexpr (std::same_as<T, std::string>) {
            if (lu != SQLITE_TEXT) {
                throw std::invalid_argument("pas un texte");
            }
            return std::string(static_cast<const char*>(colonne.getBlob()), std::size_t(colonne.getBytes()));
        } else if constexpr (std::is_enum_v<T>) {
            return static_cast<T>(nombre<std::underlying_type_t<T>>(colonne));
        } else {
            return nombre<T>(colonne);
        }
    }

private:
    template <class N>
    static N nombre(const SQLite::Column& colonne)
    {
        if (colonne.getType() != SQLITE_INTEGER) {
            throw std::invalid_argument("pas un entier");
        }
        const std::int64_t lu = colonne.getInt64();
        if (lu < static_cast<std::int64_t>(std::numeric_limits<N>::min()) ||
            lu > static_cast<std::int64_t>(std::numeric_limits<N>::max())) {
            throw std::out_of_range("trop loin : " + std::to_string(lu));
        }
        return static_cast<N>(lu);
    }
};
