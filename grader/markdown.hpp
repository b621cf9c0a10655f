// SPDX-License-Identifier: MIT
// Lessons are Markdown: this finds the code and the headings in them. markdown_terminal.hpp shows them.
//
// The dialect is CommonMark with GitHub's tables, strikethrough and bare links, so that a text reads the same on a
// forge. All functions may be called from several threads. Malformed UTF-8 is read as U+FFFD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// A fenced or indented block of code.
struct CodeBlock {
    std::string info;  ///< all that follows the opening fence: « cpp programme »; empty when there is nothing
    std::string text;  ///< each line ends with \n
    int line = 0;      ///< where its first line of code is in the source, from 1
};

/// The blocks of code, in the order of the text, those inside lists and quotes included.
[[nodiscard]] std::vector<CodeBlock> code_blocks(std::string_view markdown);

struct Heading {
    int level = 0;     ///< from 1 to 6
    std::string text;  ///< without marks of emphasis, code or links; as written, so not fit for a terminal as it is
    int line = 0;      ///< where it begins in the source, from 1
};

/// The headings, in the order of the text.
[[nodiscard]] std::vector<Heading> headings(std::string_view markdown);

}  // namespace atelier
