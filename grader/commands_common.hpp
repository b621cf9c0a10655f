// SPDX-License-Identifier: MIT
// What the commands share: from their options to a course, exercises and a way of grading; values as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "commands.hpp"
#include "grade.hpp"

namespace atelier {

/// The course that the options name, else the project's. Throws Error when it cannot be read.
[[nodiscard]] Catalog catalog_of(const CommonOptions& common);

/// A way of grading on this machine, which prepares what is missing. Throws Error when it cannot be prepared.
[[nodiscard]] Grading grading_of(const CommonOptions& common);

/// Ends with a newline. What is not UTF-8 in `value` becomes U+FFFD.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& value);

/// The exercises named, else those begun, else the first one. They live as long as `catalog`.
[[nodiscard]] std::vector<const Exercise*> chosen_exercises(const Catalog& catalog,
                                                            const std::vector<std::string>& ids);

/// Whether verdicts on the student's own answers are remembered: in the project's course, with the usual data.
[[nodiscard]] bool is_remembered(const CommonOptions& common, const Catalog& catalog);

/// Tells the student, beside the command's output, what did not stop it; nothing when `sentence` is empty.
void warn(const std::string& sentence);

/// Says which of the files that earlier runs left in `folder` the program is given as an argument: it will find there what
/// they wrote. Empty when it is given none.
[[nodiscard]] std::string earlier_files_told(const std::filesystem::path& folder, const std::vector<std::string>& left,
                                             const std::vector<std::string>& arguments);

}  // namespace atelier
