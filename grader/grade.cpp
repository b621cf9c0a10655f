// SPDX-License-Identifier: MIT
#include "grade.hpp"

#include <mutex>

#include "answer.hpp"
#include "checks_program.hpp"
#include "error.hpp"
#include "message.hpp"
#include "sandbox.hpp"
#include "sha256.hpp"

namespace atelier {

namespace {

/// The whole way: build, run, compare.
Verdict judge_once(const Grading& grading, const Exercise& exercise, const std::string& source)
{
    const BuiltAnswer built(grading, exercise, source);
    if (!built.build().problem.empty()) {
        Verdict verdict = not_graded(exercise, VerdictOutcome::does_not_compile, built.build().problem);
        verdict.repeatable = !built.build().stopped_by_clock;
        verdict.findings = built.build().findings;
        return verdict;
    }
    return graded(exercise, run_checks(exercise, built.job()));
}

Verdict judge(const Grading& grading, const Exercise& exercise, const std::string& source)
{
    Verdict verdict = judge_once(grading, exercise, source);
    if (grading.patient && !verdict.repeatable) {
        static std::mutex one_at_a_time;
        const std::lock_guard turn(one_at_a_time);
        return judge_once(grading, exercise, source);
    }
    return verdict;
}

}  // namespace

BuiltAnswer::BuiltAnswer(const Grading& grading, const Exercise& exercise, const std::string& source)
{
    share_with_sandbox(folder_.path());
    const fs::path construction = folder_.path() / "construction";
    make_folder(construction);
    build_ = build_program(grading.toolchain, exercise, source, construction);
    if (!build_.problem.empty()) {
        return;
    }
    const fs::path scratch = folder_.path() / "verifications";
    make_folder(scratch);
    job_ = {.exercise = exercise.folder,
            .short_id = exercise.short_id(),
            .answer = exercise.answer,
            .program = build_.executable,
            .scratch = scratch,
            .seed = grading.seed,
            .language = language(),
            .limits = exercise.limits,
            .toolchain = grading.toolchain};
}

Verdict grade_answer(const Grading& grading, const Exercise& exercise, const fs::path& answer)
{
    return grade_answer(grading, exercise, read_answer(exercise, answer));
}

Verdict grade_answer(const Grading& grading, const Exercise& exercise, const Answer& read)
{
    const bool there = read.problem.empty();
    const auto judged = [&] {
        Verdict verdict = there ? judge(grading, exercise, read.source)
                                : not_graded(exercise, VerdictOutcome::no_answer, read.problem);
        verdict.answer_sha256 = there ? sha256(read.source) : std::string();
        verdict.tier = grading.toolchain.tier;
        verdict.seed = grading.seed;
        return verdict;
    };
    return there && grading.cache != nullptr
               ? grading.cache->verdict(grading.toolchain, grading.seed, exercise, read.source, judged)
               : judged();
}

}  // namespace atelier
