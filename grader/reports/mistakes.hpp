// SPDX-License-Identifier: MIT
// Which mistakes come back most, among any number of failures, in bounded memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace atelier {

/// The line of a failure's message that tells it from others, on one line and short: the first one, unless it only names
/// a place or heads a table; of a table, the first row that differs. Visible; empty when there is none.
[[nodiscard]] std::string mistake_of(std::string_view message);

/// Counts texts and keeps the commonest: exactly while few are different, then as Misra and Gries do (a text's count may be
/// too low, by less than one in `most_kept` of all).
class Commonest {
public:
    static constexpr std::size_t most_kept = 48;

    struct Top {
        std::string text;
        std::uint32_t count = 0;
        bool is_exact = true;  ///< when not, the count is at least that
    };

    void add(const std::string& text);
    /// The commonest one, the first by its bytes when several are; an empty one when nothing was added.
    [[nodiscard]] Top top() const;

private:
    std::map<std::string, std::uint32_t> counts_;
    std::uint32_t lost_ = 0;
};

}  // namespace atelier
