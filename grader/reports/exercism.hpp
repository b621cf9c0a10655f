// SPDX-License-Identifier: MIT
// What Exercism reads of a test runner, version 3: one answer to one exercise.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "class_results.hpp"

namespace atelier {

/// A folder with STUDENT/EXERCISE.json for each answer; results.json too when there is one, or when nothing could be graded.
void write_exercism(const ClassResults& results, const std::filesystem::path& folder);

/// The first characters of `text`, at most `most` and `most_bytes` bytes, the last of them « … » when it goes on.
[[nodiscard]] std::string first_characters(std::string_view text, std::size_t most, std::size_t most_bytes);

}  // namespace atelier
