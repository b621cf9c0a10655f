// Échoue : HorsIntervalle
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <charconv>
#include <chrono>
#include <concepts>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace orm {

namespace interne {

inline void exiger(bool convient, const SQLite::Column& colonne, const char* attendu)
{
    if (!convient) {
        throw std::invalid_argument(std::string("colonne ") + colonne.getName() + " : " + attendu + " attendu" +
                                    (colonne.isNull() ? ", NULL lu" : ""));
    }
}

template <std::integral I>
I entier(const SQLite::Column& colonne)
{
    exiger(colonne.isInteger(), colonne, "un entier");
    const std::int64_t lu = colonne.getInt64();
    if (!std::in_range<I>(lu)) {
        throw std::out_of_range(std::string("colonne ") + colonne.getName() + " : " + std::to_string(lu) +
                                " est hors de l'intervalle");
    }
    return static_cast<I>(lu);
}

}  // namespace interne

template <class I>
requires std::same_as<I, int> || std::same_as<I, std::int64_t>
struct Conversion<I> {
    static constexpr std::string_view type = "INTEGER";
    static void lier(SQLite::Statement& requete, int position, I valeur) { requete.bind(position, valeur); }
    static I lire(const SQLite::Column& colonne) { return interne::entier<I>(colonne); }
};

template <>
struct Conversion<bool> {
    static constexpr std::string_view type = "INTEGER";
    static void lier(SQLite::Statement& requete, int position, bool valeur) { requete.bind(position, valeur ? 1 : 0); }
    static bool lire(const SQLite::Column& colonne)
    {
        const auto lu = interne::entier<std::int64_t>(colonne);
        if (lu != 0 && lu != 1) {
            throw std::out_of_range(std::string("colonne ") + colonne.getName() + " : 0 ou 1 attendu");
        }
        return lu == 1;
    }
};

template <class E>
requires std::is_enum_v<E>
struct Conversion<E> {
    using Nombre = std::underlying_type_t<E>;
    static constexpr std::string_view type = "INTEGER";
    static void lier(SQLite::Statement& requete, int position, E valeur)
    {
        requete.bind(position, static_cast<std::int64_t>(valeur));
    }
    static E lire(const SQLite::Column& colonne) { return static_cast<E>(interne::entier<std::int64_t>(colonne)); }
};

template <>
struct Conversion<double> {
    static constexpr std::string_view type = "REAL";
    static void lier(SQLite::Statement& requete, int position, double valeur) { requete.bind(position, valeur); }
    static double lire(const SQLite::Column& colonne)
    {
        interne::exiger(colonne.isFloat() || colonne.isInteger(), colonne, "un nombre");
        return colonne.getDouble();
    }
};

template <>
struct Conversion<std::string> {
    static constexpr std::string_view type = "TEXT";
    static void lier(SQLite::Statement& requete, int position, const std::string& valeur)
    {
        requete.bind(position, valeur);
    }
    static std::string lire(const SQLite::Column& colonne)
    {
        interne::exiger(colonne.isText(), colonne, "un texte");
        return colonne.getString();
    }
};

/// Une date s'écrit « 2026-11-24 » : l'ordre des textes est alors celui des jours, et SQLite sait la lire.
template <>
struct Conversion<std::chrono::year_month_day> {
    using Date = std::chrono::year_month_day;
    static constexpr std::string_view type = "TEXT";
    static void lier(SQLite::Statement& requete, int position, const Date& date)
    {
        const int annee = static_cast<int>(date.year());
        if (!date.ok() || annee < 0 || annee > 9999) {
            throw std::out_of_range("cette date n'existe pas, ou ne s'écrit pas AAAA-MM-JJ");
        }
        char texte[16];
        std::snprintf(texte, sizeof texte, "%04d-%02u-%02u", annee, static_cast<unsigned>(date.month()),
                      static_cast<unsigned>(date.day()));
        requete.bind(position, texte);
    }
    static Date lire(const SQLite::Column& colonne)
    {
        const std::string texte = Conversion<std::string>::lire(colonne);
        const auto nombre = [&](std::size_t debut, std::size_t taille) {
            unsigned valeur = 0;
            const char* fin = texte.data() + debut + taille;
            const auto [arret, erreur] = std::from_chars(texte.data() + debut, fin, valeur);
            interne::exiger(erreur == std::errc() && arret == fin, colonne, "une date AAAA-MM-JJ");
            return valeur;
        };
        interne::exiger(texte.size() == 10 && texte[4] == '-' && texte[7] == '-', colonne, "une date AAAA-MM-JJ");
        const Date date{std::chrono::year(static_cast<int>(nombre(0, 4))), std::chrono::month(nombre(5, 2)),
                        std::chrono::day(nombre(8, 2))};
        interne::exiger(date.ok(), colonne, "une date qui existe");
        return date;
    }
};

/// NULL, ou une valeur.
template <class T>
struct Conversion<std::optional<T>> {
    static constexpr std::string_view type = Conversion<T>::type;
    static void lier(SQLite::Statement& requete, int position, const std::optional<T>& valeur)
    {
        if (valeur) {
            Conversion<T>::lier(requete, position, *valeur);
        } else {
            requete.bind(position);
        }
    }
    static std::optional<T> lire(const SQLite::Column& colonne)
    {
        return colonne.isNull() ? std::nullopt : std::optional<T>(Conversion<T>::lire(colonne));
    }
};

}  // namespace orm
