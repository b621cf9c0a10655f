// SPDX-License-Identifier: MIT
#include "grade.hpp"

#include <array>
#include <iterator>

#include "answer.hpp"
#include "error.hpp"
#include "files.hpp"
#include "install.hpp"
#include "message.hpp"
#include "program.hpp"
#include "sha256.hpp"
#include "show.hpp"
#include "workers.hpp"

namespace atelier {

namespace {

/// The checks program of `exercise`, built with the grader: its place mirrors that of the exercise in the project.
fs::path checks_program(const Exercise& exercise)
{
    const fs::path place = exercise.folder.lexically_relative(fs::absolute(project_folder()).lexically_normal());
    fs::path program = program_folder().parent_path() / "checks" / place;
    if (place.empty() || *place.begin() == ".." || !fs::exists(program)) {
        throw Error(tr(
            "Les vérifications de l'exercice {} ne sont pas construites. « ./atelier » construit ce qui manque : passez par lui.",
            exercise.id));
    }
    return program;
}

/// Every exercise's checks run in two processes at once. The number is fixed: what a check sees may depend on those that
/// ran before it in its process (two runs over time and the program is given up), never on the machine.
constexpr std::size_t shards = 2;

/// What the checks program writes, given these arguments and variables.
std::string run_checks_program(const Exercise& exercise, const std::vector<std::string>& arguments,
                               const std::vector<std::string>& variables, const std::string& input)
{
    Limits limits;  // of a trusted program: only a mistake of ours could reach them
    limits.wall_time = std::chrono::minutes(10);
    limits.cpu_time = std::chrono::minutes(5);
    limits.memory_bytes = ~std::size_t{0};  // the programs that it runs need more, and have their own
    limits.output_bytes = std::size_t{4} << 20U;
    Command command{.arguments = {checks_program(exercise).string()},
                    .folder = "/",
                    .environment = {"LC_ALL=C.UTF-8"},
                    .input = input,
                    .limits = limits,
                    .identity = {}};
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());
    command.environment.insert(command.environment.end(), variables.begin(), variables.end());
    const Outcome outcome = run(command);
    if (!outcome.succeeded()) {
        throw Error(tr("Les vérifications de l'exercice {} n'ont pas pu travailler : {}", exercise.id,
                       outcome.err.empty() ? tr("elles se sont arrêtées sans un mot.") : outcome.err));
    }
    return outcome.out;
}

std::vector<CheckResult> run_shard(const Exercise& exercise, const Job& job, std::size_t shard)
{
    const std::vector<std::string> variables{"TMPDIR=" + job.scratch.string(),
                                             fmt::format("GTEST_TOTAL_SHARDS={}", shards),
                                             fmt::format("GTEST_SHARD_INDEX={}", shard)};
    return results_from_json_lines(run_checks_program(exercise, {}, variables, to_json(job)));
}

std::vector<CheckResult> run_checks(const Exercise& exercise, const Job& job)
{
    std::array<std::vector<CheckResult>, shards> results;
    in_parallel(
        shards, [&](std::size_t i) { results.at(i) = run_shard(exercise, job, i); }, shards);
    std::vector<CheckResult> all;
    for (std::vector<CheckResult>& some : results) {
        all.insert(all.end(), std::make_move_iterator(some.begin()), std::make_move_iterator(some.end()));
    }
    return all;
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
    Verdict verdict =
        build.problem.empty()
            ? graded(exercise, run_checks(exercise, job_for(grading, exercise, build.executable, folder.path())))
            : not_graded(exercise, VerdictOutcome::does_not_compile, build.problem);
    verdict.answer_sha256 = sha256(answer.source);
    return verdict;
}

}  // namespace

std::vector<std::string> names_of_checks(const Exercise& exercise)
{
    const std::string list = run_checks_program(exercise, {"--gtest_list_tests"}, {}, {});
    std::vector<std::string> names;
    for (const std::string_view line : lines_of(list)) {
        if (line.rfind("  ", 0) == 0) {  // the others name suites
            const std::string_view name = line.substr(2);
            names.emplace_back(name.substr(0, name.find(' ')));
        }
    }
    return names;
}

Job job_for(const Grading& grading, const Exercise& exercise, const fs::path& program, const fs::path& folder)
{
    const fs::path scratch = folder / "verifications";
    make_folder(scratch);
    return {.exercise = exercise.folder,
            .short_id = exercise.short_id(),
            .answer = exercise.answer,
            .program = program,
            .scratch = scratch,
            .seed = grading.seed,
            .language = language(),
            .limits = exercise.limits,
            .toolchain = grading.toolchain};
}

Verdict grade_answer(const Grading& grading, const Exercise& exercise, const fs::path& answer)
{
    Verdict verdict = judge(grading, exercise, answer);
    verdict.tier = grading.toolchain.tier;
    verdict.seed = grading.seed;
    return verdict;
}

}  // namespace atelier
