// SPDX-License-Identifier: MIT
// C++ cut into words that a disguise does not change: names, comments and layout are gone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace atelier {

/// A word of a source, as a number: the same for every name, for every number, for every character between apostrophes;
/// keywords and signs have each their own. Texts between quotes are cut into words too, in which names keep their spelling, but
/// not their case: answers in SQL are such texts, and nobody renames a table there.
struct CppWord {
    std::uint64_t word = 0;
    std::uint32_t line = 0;  ///< from 1

    bool operator==(const CppWord&) const = default;
};

/// The words of `source`, which may be any bytes; comments, `#include` and `#pragma` left out. After the first `most` the rest
/// is not read.
[[nodiscard]] std::vector<CppWord> cpp_words(std::string_view source, std::size_t most = 50'000);

}  // namespace atelier
