// SPDX-License-Identifier: MIT
// In how many places two sources differ: a wrong answer shows one mistake, so it differs from the reference in one.
#pragma once

#include <cstddef>
#include <string>

namespace atelier {

/// Number of places where two sources differ, blank lines, comments and #include lines aside. Lines of braces,
/// parentheses and semicolons alone do not count either; lines that follow one another are one place.
[[nodiscard]] std::size_t places_that_differ(const std::string& a, const std::string& b);

}  // namespace atelier
