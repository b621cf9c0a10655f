// SPDX-License-Identifier: MIT
// What all pages of the HTML report share: one file each, which asks nothing of the network and runs no script but ours.
#pragma once

#include <string>
#include <string_view>

#include "reports/html_text.hpp"

namespace atelier {

/// From the doctype to the opening of `body`. The page's policy (Content-Security-Policy) allows our style sheet, and our
/// script when the page `runs_script`, by their hashes, and nothing else.
[[nodiscard]] Html page_head(const std::string& title, bool runs_script);

/// The end of a page: our script when it runs it, then all that was open.
[[nodiscard]] Html page_foot(bool runs_script);

/// « sha256-… » of a style sheet or a script, as a Content-Security-Policy names it.
[[nodiscard]] std::string hash_source(std::string_view content);

/// ` lang="fr"` where the page is in another language: titles and messages of exercises are in French.
[[nodiscard]] Html in_french();

/// « 87 % » as the page's language writes it.
[[nodiscard]] std::string shown_percent(int percent);

/// An ISO 8601 time as people read it, or itself when it is none.
[[nodiscard]] std::string shown_time(const std::string& iso);

}  // namespace atelier
