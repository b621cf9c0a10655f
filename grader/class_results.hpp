// SPDX-License-Identifier: MIT
// What a class earned, as every report reads it: the run, then one student at a time, so that no report needs more memory
// for ten thousand students than for ten.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "exercise.hpp"
#include "import/refusal.hpp"
#include "sandbox.hpp"
#include "verdict.hpp"

namespace atelier {

/// One column of a class: an exercise as it was when it was graded, whatever became of the course since.
struct GradedExercise {
    std::string id;
    std::string title;
    std::vector<CheckInfo> checks;

    [[nodiscard]] std::string short_id() const { return id.substr(0, id.find('-')); }
    [[nodiscard]] int max_points() const;
};

/// What a verdict depends on, besides the answer and the exercise.
struct RunInfo {
    std::string grader;  ///< its version
    std::string compiler;
    Tier tier = Tier::namespaces;
    std::uint64_t seed = default_seed;
};

/// What a verdict counts for, once the class's rules on lateness and attempts are applied.
struct Mark {
    int hundredths = 0;  ///< of a point
    std::string note;    ///< why it differs from the verdict's points; empty when it does not
};

/// One student. What is written here may have been chosen by the student: it is valid UTF-8, and no more than that.
struct StudentResult {
    std::string student;            ///< the name shown
    std::string key;                ///< what the school's system knows the student by; empty when nobody said
    std::string handed_in;          ///< ISO 8601, UTC; empty when nobody said
    std::vector<Verdict> verdicts;  ///< in the order of the exercises
    std::vector<Mark> marks;        ///< the same
    /// The same: where each answer stood in what was handed in, « 01a-ouvrir/reponse.cpp ». Empty, or fewer, when nobody said.
    std::vector<std::string> files = {};

    [[nodiscard]] int points() const;  ///< earned, before any rule
    [[nodiscard]] int max_points() const;
    [[nodiscard]] int hundredths() const;  ///< of a point, after the rules
};

/// A graded class. Made by a gradebook; reports read it, as often as they like.
struct ClassResults {
    RunInfo run;
    std::vector<GradedExercise> exercises;
    std::vector<Refusal> refused;
    /// Why the grader could not go to its end, a sentence; empty when it could. The students are then those it had time for.
    std::string failure;
    std::size_t students = 0;
    /// Calls its argument with each student, sorted by the bytes of their names: always the same ones, in the same order.
    std::function<void(const std::function<void(const StudentResult&)>&)> for_each_student;
};

/// « 12 », « 12,5 », « 12,25 » (a point instead of the comma in English): hundredths of a point as people write them.
[[nodiscard]] std::string shown_points(int hundredths);

}  // namespace atelier
