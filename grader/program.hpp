// SPDX-License-Identifier: MIT
// Makes a program of an answer: compile it in the sandbox, refuse the names it has no right to, link it with the
// exercise's own main and the probe.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "exercise.hpp"
#include "finding.hpp"
#include "toolchain.hpp"

namespace atelier {

/// What came of building an answer.
struct Build {
    /// The executable, in the folder given to build_program(); empty when the answer could not be built.
    std::filesystem::path executable;
    /// Then: why, in French, for the student.
    std::string problem;
    bool stopped_by_clock = false;  ///< the problem is that it took too long, which a busy machine may cause
    /// The name of the explanation in it, when there is one (explanations/table.hpp), and the line of the answer; 0: not known.
    std::string explanation;
    int line = 0;
    std::vector<Finding> findings = {};  ///< what the problem is, on the answer's lines
};

/// Compiles and links the answer `source` of `exercise` in `folder`, an empty folder of ours.
///
/// Only the bytes of `source` are taken; the rest comes from the exercise's folder, its checks left out. Whatever
/// is wrong with the answer is in the Build; throws Error when the exercise's own files do not compile.
[[nodiscard]] Build build_program(const Toolchain& toolchain, const Exercise& exercise, const std::string& source,
                                  const std::filesystem::path& folder);

}  // namespace atelier
