// SPDX-License-Identifier: MIT
// What a class handed in: a folder a student.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "catalog.hpp"

namespace atelier {

/// What one student sent: a folder with a folder for each exercise answered.
struct Submission {
    std::string student;  ///< valid UTF-8, which a student may have chosen; no two submissions have the same
    std::filesystem::path folder;
    std::string key = {};        ///< what the school's system knows the student by; empty: nobody said
    std::string handed_in = {};  ///< ISO 8601, UTC; empty: nobody said
};

/// The submissions in `folder`, by name: its folders, links left out. Throws Error when there are none.
[[nodiscard]] std::vector<Submission> find_submissions(const std::filesystem::path& folder);

/// The exercises of `catalog` that at least one of `submissions` answers. Throws Error when there are none.
[[nodiscard]] std::vector<const Exercise*> answered_exercises(const Catalog& catalog,
                                                              const std::vector<Submission>& submissions);

/// Where `submission` keeps its answer to `exercise`, whether there is one or not.
[[nodiscard]] std::filesystem::path answer_folder(const Submission& submission, const Exercise& exercise);

}  // namespace atelier
