// SPDX-License-Identifier: MIT
// Brings a matcher's French sentences out of GoogleTest's English frame.
#pragma once

#include <string>
#include <string_view>

namespace atelier::check {

/// Stand around what a matcher says. No text of a student's reaches a message without being made visible first.
inline constexpr std::string_view begin_french = "\x02";
inline constexpr std::string_view end_french = "\x03";

/// Of one failed assertion's `message`: the matcher's text, then what the check's author added with `<<`. Of an
/// assertion that is none of our matchers: the author's addition, or the whole message when there is none.
[[nodiscard]] std::string failure_text(std::string_view message);

}  // namespace atelier::check
