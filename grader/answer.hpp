// SPDX-License-Identifier: MIT
// Reads a student's answer: one regular file, capped, and nothing else of what they sent.
#pragma once

#include <filesystem>
#include <string>

#include "exercise.hpp"

namespace atelier {

/// An answer's bytes, or the French reason why there are none.
struct Answer {
    std::string source;
    std::string problem;  ///< empty when there is an answer
};

/// The answer to `exercise` at `path`: the file itself, or a folder that holds it under the name students edit. A link,
/// a FIFO, a device, a file over 1 MiB or one that is not text is refused; none of these is an Error.
[[nodiscard]] Answer read_answer(const Exercise& exercise, const std::filesystem::path& path);

}  // namespace atelier
