// SPDX-License-Identifier: MIT
#include "checks_program.hpp"

#include <array>
#include <iterator>

#include "error.hpp"
#include "files.hpp"
#include "install.hpp"
#include "message.hpp"
#include "process.hpp"
#include "show.hpp"
#include "workers.hpp"

namespace atelier {

namespace {

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

}  // namespace

fs::path checks_program(const Exercise& exercise)
{
    // Its place mirrors that of the exercise in the project.
    const fs::path place = exercise.folder.lexically_relative(fs::absolute(project_folder()).lexically_normal());
    fs::path program = program_folder().parent_path() / "checks" / place;
    if (place.empty() || *place.begin() == ".." || !fs::exists(program)) {
        throw Error(tr(
            "Les vérifications de l'exercice {} ne sont pas construites. « ./atelier » construit ce qui manque : passez par lui.",
            exercise.id));
    }
    return program;
}

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

}  // namespace atelier
