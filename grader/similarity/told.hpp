// SPDX-License-Identifier: MIT
// Resemblances told to whoever teaches: what to look at, and what it does not prove.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "similarity/in_class.hpp"

namespace atelier {

/// Sentences for a terminal. What students chose is made visible.
[[nodiscard]] std::string similarity_text(const std::vector<ExerciseSimilarity>& exercises);

/// The same as data; docs/ressemblances.md describes it.
[[nodiscard]] nlohmann::ordered_json similarity_json(const std::vector<ExerciseSimilarity>& exercises);

}  // namespace atelier
