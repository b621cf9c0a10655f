// SPDX-License-Identifier: MIT
// A few numbers that stand for a source: what two sources share in a row, they share in these.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace atelier {

/// Winnowing (Schleimer, Wilkerson, Aiken, SIGMOD 2003): of all runs of `run_length` words, the smallest number of each
/// window of `window` runs is kept. Whatever is shared on `window + run_length - 1` words in a row, 17, is always found;
/// nothing shorter than `run_length`, 12, ever is.
inline constexpr std::size_t run_length = 12;
inline constexpr std::size_t window = 6;

/// A run of words that was kept.
struct Fingerprint {
    std::uint64_t run = 0;         ///< the same for the same words
    std::uint32_t first_line = 0;  ///< from 1
    std::uint32_t last_line = 0;

    bool operator==(const Fingerprint&) const = default;
};

/// What stands for one source.
struct SourcePrints {
    std::vector<Fingerprint> kept;  ///< in the order of the source
    std::uint64_t all_words = 0;    ///< the same for two sources that differ in names, comments and layout only
};

[[nodiscard]] SourcePrints prints_of(std::string_view source);

/// Every run of `source`, kept or not, sorted: what is discounted must be found wherever windows begin.
[[nodiscard]] std::vector<std::uint64_t> all_runs_of(std::string_view source);

}  // namespace atelier
