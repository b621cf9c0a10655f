// SPDX-License-Identifier: MIT
// A class: many submissions, graded by the same rules.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "grade.hpp"
#include "verdict.hpp"

namespace atelier {

/// What one student sent: a folder with a folder for each exercise answered.
struct Submission {
    std::string student;  ///< name of the folder: bytes that a student may have chosen
    std::filesystem::path folder;
    std::vector<Verdict> verdicts;  ///< in the order of the exercises graded

    [[nodiscard]] int points() const;
    [[nodiscard]] int max_points() const;
};

/// The submissions in `folder`, by name: its folders, links left out. Throws Error when there are none.
[[nodiscard]] std::vector<Submission> find_submissions(const std::filesystem::path& folder);

/// The exercises of `catalog` that at least one of `submissions` answers. Throws Error when there are none.
[[nodiscard]] std::vector<const Exercise*> answered_exercises(const Catalog& catalog,
                                                              const std::vector<Submission>& submissions);

/// Grades every submission on every exercise of `exercises`. The result is the same for any number of `workers`.
void grade_submissions(std::vector<Submission>& submissions, const std::vector<const Exercise*>& exercises,
                       const Grading& grading, unsigned workers, const std::function<void(std::size_t)>& done);

/// The contract of results.json.
[[nodiscard]] std::string results_json(const std::vector<Submission>& submissions, const Grading& grading);

/// One line a student, one column an exercise.
[[nodiscard]] std::string results_table(const std::vector<Submission>& submissions,
                                        const std::vector<const Exercise*>& exercises);

}  // namespace atelier
