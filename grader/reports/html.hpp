// SPDX-License-Identifier: MIT
// The report for people: a folder with the class's page, index.html, and a page for each student, etudiants/NAME.html.
#pragma once

#include <filesystem>

#include "class_results.hpp"

namespace atelier {

/// Writes the folder, whole or not at all; one that this wrote before is replaced at once. Reads the class once, and keeps a
/// few bytes an answer. Throws Error, also rather than replace a folder that holds anything else.
void write_html_report(const ClassResults& results, const std::filesystem::path& folder);

}  // namespace atelier
