// SPDX-License-Identifier: MIT
// A class as GitHub Actions shows it: annotations on a student's lines, and the summary of a job.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "class_results.hpp"
#include "files.hpp"

namespace atelier {

/// A folder with annotations.txt, for a step to print, and summary.md, for it to add to $GITHUB_STEP_SUMMARY.
void write_github(const ClassResults& results, const std::filesystem::path& folder);

/// Commands of GitHub's runner, and nothing else: an error for each place that a tool named and a warning for each check lost, at
/// most ten of each kind, as GitHub shows no more. Those of a class of several have no lines: one repository is shown at a time.
void write_annotations(const ClassResults& results, const Sink& out);

/// Markdown, at most `most_bytes`: a row for each student; for one student alone, all that was lost too.
void write_summary(const ClassResults& results, const Sink& out, std::size_t most_bytes = 1'000'000);

/// `text` on one line, all of it text to Markdown and HTML.
[[nodiscard]] std::string markdown_text(std::string_view text);

}  // namespace atelier
