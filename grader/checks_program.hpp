// SPDX-License-Identifier: MIT
// The checks of an exercise as a program of ours: where it is, which tests it holds, what it says of a job.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "exercise.hpp"
#include "job.hpp"

namespace atelier {

/// The program, built with the grader. Throws Error when it is not.
[[nodiscard]] std::filesystem::path checks_program(const Exercise& exercise);

/// The names of the tests that it holds, in their order. Throws Error.
[[nodiscard]] std::vector<std::string> names_of_checks(const Exercise& exercise);

/// Runs every check on the program of `job`. Throws Error when the checks could not work.
[[nodiscard]] std::vector<CheckResult> run_checks(const Exercise& exercise, const Job& job);

}  // namespace atelier
