// SPDX-License-Identifier: MIT
// The word that somebody probably meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// Number of bytes to insert, delete or replace to make `b` of `a`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The one of `words` nearest to `word`, the first when several are; empty when there are no words.
[[nodiscard]] std::string nearest(std::string_view word, const std::vector<std::string>& words);

}  // namespace atelier
