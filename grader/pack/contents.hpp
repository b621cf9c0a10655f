// SPDX-License-Identifier: MIT
// What students receive: the tools and the course, without our answers. Which files those are is said here, folder by folder,
// and never asked of git: a course may have none.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "pack/archive.hpp"

namespace atelier {

struct PackContents {
    std::vector<PackedFile> files;  ///< all of them in the folder « atelier »
    std::vector<std::string>
        left_out;  ///< found in a folder of the course, but of no known kind: a teacher's own notes
};

/// The tools of `project` with the course of `catalog`. What a checks.cpp compares with may be an answer: it travels
/// compressed, as checks.cpp.gz, for nobody to meet it by accident; the build takes both.
///
/// Throws Error, naming the file, for what must not leave, or would not work there: a starter that has lost its mark, a file
/// that is one of our answers, a link, a file that an exercise needs and that stands outside of what students receive.
[[nodiscard]] PackContents pack_contents(const Catalog& catalog, const std::filesystem::path& project);

}  // namespace atelier
