// SPDX-License-Identifier: MIT
// A class, graded into its gradebook: what is known there already is not judged again.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "exercise.hpp"
#include "grade.hpp"
#include "gradebook/gradebook.hpp"
#include "import/collection.hpp"
#include "shard.hpp"

namespace atelier {

/// What there was to do, and what was done of it.
struct ClassProgress {
    std::size_t done = 0;
    std::size_t known = 0;  ///< of those, what the gradebook had already
    std::size_t total = 0;
};

/// The terms of this grading.
[[nodiscard]] GradingTerms terms_of(const Grading& grading, const std::string& shard = "1/1");

/// Grades into `book` the submissions of `collection` that are in `shard`, on every exercise, and notes there what was
/// refused: all parts of a class are given the whole class. What `book` holds in the end is the same for any number of
/// `workers` (0: one for each core), and however often it was killed and begun again. `progress`, when given, is called
/// after each verdict, never twice at once. Throws Error when we cannot work: what was judged until then is in `book`.
void grade_class(Gradebook& book, const Collection& collection, const std::vector<const Exercise*>& exercises,
                 const Grading& grading, unsigned workers, const Shard& shard,
                 const std::function<void(const ClassProgress&)>& progress);

/// Judges anew the answers of `students` to `exercises` that `book` holds, and gives the verdicts for `reason`. `told` is
/// called with the student, the verdict that counted until now, and the new one.
void regrade(Gradebook& book, const std::vector<std::string>& students, const std::vector<const Exercise*>& exercises,
             const Grading& grading, const std::string& shard, const std::string& reason,
             const std::function<void(const std::string&, const Verdict&, const Verdict&)>& told);

}  // namespace atelier
