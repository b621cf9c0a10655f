// Variante : dans l'autre ordre, en une transaction, et ANALYZE
// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

inline constexpr std::string_view les_index = R"sql(
BEGIN;
CREATE INDEX "par département" ON communes (code_departement, population DESC);
CREATE INDEX n ON communes (nom, code_departement);
COMMIT;
ANALYZE;
)sql";
