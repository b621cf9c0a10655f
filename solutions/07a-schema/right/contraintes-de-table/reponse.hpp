// Variante : des contraintes de table, qui ont un nom
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

#include <string_view>

inline constexpr std::string_view schema = "CREATE TABLE IF NOT EXISTS \"utilisateurs\" ("
                                           "  id INTEGER,"
                                           "  nom TEXT CONSTRAINT nom_obligatoire NOT NULL,"
                                           "  age INT,"
                                           "  PRIMARY KEY (id),"
                                           "  CONSTRAINT age_possible CHECK (age >= 0 AND age <= 150),"
                                           "  CONSTRAINT nom_unique UNIQUE (nom)"
                                           ") STRICT;";
