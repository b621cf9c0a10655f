// SPDX-License-Identifier: MIT
// The answers of a class compared, exercise by exercise, with what the course itself shows discounted.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "answer.hpp"
#include "catalog.hpp"
#include "import/collection.hpp"
#include "similarity/similar.hpp"

namespace atelier {

/// The answer of `submission` to `exercise`, or why there is none.
[[nodiscard]] Answer answer_of(const Submission& submission, const Exercise& exercise);

struct ExerciseSimilarity {
    std::string id;
    std::string title;
    Similarity found;
};

/// The runs, sorted, that prove nothing in answers to `exercise`: those of its starter, of the headers it gives, of the code
/// that lessons, its statement and its hints show, and of our own answer, where there is one.
[[nodiscard]] std::vector<std::uint64_t> known_runs(const Catalog& catalog, const Exercise& exercise);

/// Compares the answers of `submissions` to each of `exercises`; exercises that fewer than two answer are left out, as are
/// answers that cannot be read. `done`, when given, is told the number of exercises done.
[[nodiscard]] std::vector<ExerciseSimilarity> similar_in_class(const Catalog& catalog,
                                                               const std::vector<Submission>& submissions,
                                                               const std::vector<const Exercise*>& exercises,
                                                               const std::function<void(std::size_t)>& done = {});

}  // namespace atelier
