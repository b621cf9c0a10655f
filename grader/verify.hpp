// SPDX-License-Identifier: MIT
// Proves the course sound: every rule that an exercise and a lesson must keep, checked by doing what they say.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "grade.hpp"

namespace atelier {

/// A rule broken: where, and what to do.
struct Problem {
    std::string place;    ///< id of an exercise or of a lesson
    std::string message;  ///< French
};

struct Verification {
    std::size_t lessons = 0;
    std::size_t exercises = 0;
    std::size_t wrong_answers = 0;
    std::size_t variants = 0;
    std::size_t extracts = 0;
    std::vector<Problem> problems;  ///< in the order of the course
};

/// What of the course is verified.
struct VerifyOptions {
    std::string prefix = {};  ///< the exercises and lessons whose names begin so; all of them when it is empty
    /// Neither known mistakes nor extracts are tried: what must hold whatever the seed, in little time.
    bool without_mistakes = false;
};

/// Throws UsageError when there are none, Error when the machine prevents the work. `done` is told (done, total).
[[nodiscard]] Verification verify(const Catalog& catalog, const Grading& grading, const VerifyOptions& options,
                                  const std::function<void(std::size_t, std::size_t)>& done = {});

}  // namespace atelier
