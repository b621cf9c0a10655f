// Variante : l'autre orthographe de presque tout, et des colonnes de plus
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string_view>

inline constexpr std::string_view schema{
    "create table [utilisateurs] (\n"
    "  \"age\" int constraint possible check (case when age < 0 or age > 150 then 0 else 1 end),\n"
    "  `nom` text collate nocase not null on conflict abort,\n"
    "  id integer primary key,\n"
    "  majeur integer generated always as (age >= 18) virtual,\n"
    "  unique (nom) on conflict fail\n"
    ") strict;\n"
    "create index par_age on utilisateurs (age);"};
