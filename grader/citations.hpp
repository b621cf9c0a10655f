// SPDX-License-Identifier: MIT
// Where texts send their readers: « leçon 4, « Lire une valeur » » must lead to a lesson that has a heading of that text.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "catalog.hpp"

namespace atelier {

struct Citation {
    int lesson = 0;
    std::string title;  ///< of the section; any blanks, no-break ones too, are one space, and there is no mark of code
    int line = 0;       ///< where « leçon » stands in the text, from 1
};

/// The sections that `text`, Markdown or C++, names, in its order: « leçon N, « Titre » », with a link around « leçon N » or
/// not, with « section » or not, and one after the other in « sections « A » et « B » ». What C++ writes as several
/// literals, one a line, is read as one.
[[nodiscard]] std::vector<Citation> citations_in(std::string_view text);

/// A French sentence, with its line, for each citation of `text` that leads nowhere.
[[nodiscard]] std::vector<std::string> broken_citations(const Catalog& catalog, std::string_view text);

/// The same for every file of `folder`, with the file's name. None when there is no such folder.
[[nodiscard]] std::vector<std::string> broken_citations_of_files(const Catalog& catalog,
                                                                 const std::filesystem::path& folder);

}  // namespace atelier
