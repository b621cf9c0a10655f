// SPDX-License-Identifier: MIT
// A class as it was handed in: whoever collected it, one list of students and of where their answers are.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "answer.hpp"
#include "catalog.hpp"
#include "files.hpp"
#include "import/layout.hpp"
#include "import/refusal.hpp"

namespace atelier {

/// What one student handed in.
struct Submission {
    std::string student;         ///< to be shown: valid UTF-8, and no more than that
    std::string key = {};        ///< what the school's system knows the student by; empty when nothing says
    std::string handed_in = {};  ///< ISO 8601, UTC; empty when nobody said
    /// By the exercise's id: a folder or a file for read_answer(). Exercises that the student did not send are missing.
    std::map<std::string, std::filesystem::path> answers = {};

    /// The answer to `exercise`, or the French reason why there is none.
    [[nodiscard]] Answer answer_to(const Exercise& exercise) const;
};

/// A whole class. What came out of archives lives as long as this does.
struct Collection {
    ClassLayout layout = ClassLayout::folder_per_student;
    std::vector<Submission> submissions;  ///< sorted by the bytes of their names, which are unique
    std::vector<Refusal> refused;         ///< in the order of the students
    std::shared_ptr<TemporaryFolder> unpacked;
};

/// Collects the class at `source`, a folder or an archive, in any layout of ClassLayout. `only`, when not null, is the one exercise
/// of the assignment, whose answer may lie outside its folder. What students made is refused or taken, never an Error; Error is for a
/// source that is missing, unreadable or without any student. Deterministic. Call it while this process has one thread only.
[[nodiscard]] Collection collect(const Catalog& catalog, const std::filesystem::path& source,
                                 const Exercise* only = nullptr);

/// The exercises of `catalog` that at least one of `submissions` answers. Throws Error when there are none.
[[nodiscard]] std::vector<const Exercise*> answered_exercises(const Catalog& catalog,
                                                              const std::vector<Submission>& submissions);

}  // namespace atelier
