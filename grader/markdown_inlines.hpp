// SPDX-License-Identifier: MIT
// What stands inside a paragraph (emphasis, code, links, images), as styled text fit for a terminal.
#pragma once

#include <string_view>

#include "markdown_tree.hpp"
#include "styled_text.hpp"

namespace atelier {

/// What `parent` (a paragraph, a heading, a cell) holds, over `style`. Marks that `terminal` cannot show stay as they
/// are written; so does an address that it cannot make clickable, after its text.
[[nodiscard]] StyledText inline_text(cmark_node* parent, const TerminalStyle& terminal, const Style& style = {});

/// The text of some HTML, without its tags and comments.
[[nodiscard]] StyledText html_text(std::string_view html);

}  // namespace atelier
