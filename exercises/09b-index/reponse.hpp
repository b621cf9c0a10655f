// SPDX-License-Identifier: MIT
#pragma once

#include "fourni.hpp"

// À COMPLÉTER : des instructions CREATE INDEX … ON communes (…), séparées par des points-virgules.
inline constexpr std::string_view les_index = R"sql(
)sql";
