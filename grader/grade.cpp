// SPDX-License-Identifier: MIT
#include "grade.hpp"

#include "answer.hpp"
#include "error.hpp"
#include "files.hpp"
#include "install.hpp"
#include "message.hpp"
#include "program.hpp"

namespace atelier {

namespace {

/// The checks program of `exercise`, built with the grader: its place mirrors that of the exercise in the project.
fs::path checks_program(const Exercise& exercise)
{
    const fs::path place = exercise.folder.lexically_relative(fs::absolute(project_folder()).lexically_normal());
    fs::path program = program_folder().parent_path() / "checks" / place;
    if (place.empty() || *place.begin() == ".." || !fs::exists(program)) {
        throw Error(tr("Les vérifications de l'exercice {} ne sont pas construites. Lancez « ./atelier doctor », qui construit ce qui manque.", exercise.id));
    }
    return program;
}

std::vector<CheckResult> run_checks(const Exercise& exercise, const Job& job)
{
    Limits limits;  // of a trusted program: only a mistake of ours could reach them
    limits.wall_time = std::chrono::minutes(10);
    limits.cpu_time = std::chrono::minutes(5);
    limits.memory_bytes = ~std::size_t{0};  // the programs that it runs need more, and have their own
    limits.output_bytes = std::size_t{4} << 20U;
    const Outcome outcome = run({.arguments = {checks_program(exercise).string()}, .folder = "/", .environment = {"LC_ALL=C.UTF-8", "TMPDIR=" + job.scratch.string()},
                                 .input = to_json(job), .limits = limits, .identity = {}});
    if (!outcome.succeeded()) {
        throw Error(tr("Les vérifications de l'exercice {} n'ont pas pu travailler : {}", exercise.id, outcome.err.empty() ? tr("elles se sont arrêtées sans un mot.") : outcome.err));
    }
    return results_from_json_lines(outcome.out);
}

Verdict judge(const Grading& grading, const Exercise& exercise, const fs::path& path)
{
    const Answer answer = read_answer(exercise, path);
    if (!answer.problem.empty()) {
        return not_graded(exercise, VerdictOutcome::no_answer, answer.problem);
    }
    const TemporaryFolder folder;
    share_with_sandbox(folder.path());
    make_folder(folder.path() / "construction");
    const Build build = build_program(grading.toolchain, exercise, answer.source, folder.path() / "construction");
    if (!build.problem.empty()) {
        return not_graded(exercise, VerdictOutcome::does_not_compile, build.problem);
    }
    return graded(exercise, run_checks(exercise, job_for(grading, exercise, build.executable, folder.path())));
}

}  // namespace

Job job_for(const Grading& grading, const Exercise& exercise, const fs::path& program, const fs::path& folder)
{
    const fs::path scratch = folder / "verifications";
    make_folder(scratch);
    return {.exercise = exercise.folder, .short_id = exercise.short_id(), .answer = exercise.answer, .program = program, .scratch = scratch, .seed = grading.seed,
            .language = language(), .limits = exercise.limits, .toolchain = grading.toolchain};
}

Verdict grade_answer(const Grading& grading, const Exercise& exercise, const fs::path& answer)
{
    Verdict verdict = judge(grading, exercise, answer);
    verdict.tier = grading.toolchain.tier;
    verdict.seed = grading.seed;
    return verdict;
}

}  // namespace atelier
