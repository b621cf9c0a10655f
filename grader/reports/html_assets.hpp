// SPDX-License-Identifier: MIT
// The style sheet and the script of the HTML report: html_style.css and html_script.js, as they are when this is built.
#pragma once

#include <string_view>

namespace atelier {

/// Between marks that XML needs and HTML ignores, so that a page is read alike by both.
[[nodiscard]] std::string_view html_style();
[[nodiscard]] std::string_view html_script();

}  // namespace atelier
