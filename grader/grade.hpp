// SPDX-License-Identifier: MIT
// One answer to one verdict: the story of the whole grader in one function.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "answer.hpp"
#include "exercise.hpp"
#include "files.hpp"
#include "job.hpp"
#include "program.hpp"
#include "toolchain.hpp"
#include "verdict.hpp"
#include "verdict_cache.hpp"

namespace atelier {

/// What a grading depends on besides the answer and the exercise.
struct Grading {
    Toolchain toolchain;
    std::uint64_t seed = default_seed;
    /// Whether an answer that the wall clock stopped is judged once more, beside no other such one: a class and a course load
    /// the machine, and that must cost nobody a point. A person who waits for one verdict is told the first.
    bool patient = false;
    std::shared_ptr<VerdictCache> cache = {};  ///< of verdicts given before; none: every answer is judged anew
};

/// Grades the answer at `answer` (a file, or a folder that holds it). Safe to call from several threads.
///
/// Whatever the answer is or does is in the Verdict. Throws Error when we cannot work: no checks program for this
/// exercise, a full disk, a box that cannot be made.
[[nodiscard]] Verdict grade_answer(const Grading& grading, const Exercise& exercise,
                                   const std::filesystem::path& answer);

/// The same for an answer that was read.
[[nodiscard]] Verdict grade_answer(const Grading& grading, const Exercise& exercise, const Answer& answer);

/// One answer's program, in a folder that the sandbox can reach; both are gone with this object.
class BuiltAnswer {
public:
    /// Builds `source`, an answer to `exercise`. Throws Error as build_program() does.
    BuiltAnswer(const Grading& grading, const Exercise& exercise, const std::string& source);

    [[nodiscard]] const Build& build() const { return build_; }

    /// What the checks process is told, its scratch folder in ours. Only when it was built.
    [[nodiscard]] const Job& job() const { return job_; }

    /// A name in our folder that is free: for a Scene.
    [[nodiscard]] std::filesystem::path scene_folder() const { return folder_.path() / "scene"; }

private:
    TemporaryFolder folder_;
    Build build_;
    Job job_;
};

}  // namespace atelier
