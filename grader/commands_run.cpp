// SPDX-License-Identifier: MIT
// The command that runs a student's program by hand, as the checks do but for one run, with its files kept.

#include "answer.hpp"
#include "catalog.hpp"
#include "check/fixture.hpp"
#include "check/runner.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "digest.hpp"
#include "files.hpp"
#include "grade.hpp"
#include "message.hpp"
#include "program.hpp"
#include "sandbox.hpp"
#include "show.hpp"
#include "work.hpp"

namespace atelier {

namespace {

/// Copies the ordinary files with ordinary names from a folder to another, the exercise's own left out; their names. So
/// does a run by hand find what earlier ones left, and leave what the student can look at.
std::vector<std::string> copy_files(const fs::path& from, const fs::path& to, const std::string& answer)
{
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
    std::vector<std::string> copied;
    for (const std::string& name : names_in(from)) {
        const bool is_plain = name.find_first_not_of(plain) == std::string::npos && name.front() != '.' &&
                              name.front() != '-' && name != answer && fs::path(name).extension() != ".hpp" &&
                              fs::path(name).extension() != ".cpp";  // kept by a reset
        if (is_plain && fs::is_regular_file(fs::symlink_status(from / name)) &&
            fs::file_size(from / name) < (std::size_t{16} << 20U)) {
            write_file(to / name, read_file(from / name));
            copied.push_back(name);
        }
    }
    return copied;
}

}  // namespace

int command_run(const CommonOptions& common, const RunOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const Exercise& exercise = catalog.exercise(options.id);
    const fs::path mine = options.answer.empty() ? begin_exercise(catalog, exercise) : fs::absolute(options.answer);
    const Answer answer = read_answer(exercise, mine);
    if (!answer.problem.empty()) {
        print(answer.problem + "\n");
        return 1;
    }
    const Grading grading = grading_of(common);
    if (grading.toolchain.tier == Tier::namespaces) {
        check::enter_private_mounts();
    }
    const TemporaryFolder folder;
    share_with_sandbox(folder.path());
    make_folder(folder.path() / "construction");
    const Build build = build_program(grading.toolchain, exercise, answer.source, folder.path() / "construction");
    if (!build.problem.empty()) {
        print(visible_lines(build.problem) + "\n");
        return 1;
    }
    const check::Scene scene(folder.path() / "scene");
    const fs::path& work = scene.work();
    if (options.answer.empty()) {
        for (const std::string& name : copy_files(mine, work, exercise.answer)) {
            give_to_sandbox(work / name);
        }
    }
    if (fs::exists(exercise.folder / "fixture.sql")) {
        fs::remove(work / "base.db");  // always as in the checks
        const std::string sql = check::fixture_sql(exercise.folder) + "\n" + options.sql;
        check::make_fixture(work / "base.db", sql, digest("base.db", common.seed));
        give_to_sandbox(work / "base.db");
    }
    const Job job = job_for(grading, exercise, build.executable, folder.path());
    const check::Execution execution = check::run_program(job, scene, options.arguments, standard_input(), {});
    print(visible_lines(execution.out()));
    if (!execution.explanation().empty()) {
        print(execution.explanation() + "\n");
    }
    if (options.answer.empty() && !options.arguments.empty()) {
        std::string names;
        for (const std::string& name : copy_files(work, mine, exercise.answer)) {
            names += (names.empty() ? "" : ", ") + name;
        }
        if (!names.empty()) {
            print(tr("(vos fichiers, dans {} : {})", as_typed(mine), names) + "\n");
        }
    }
    return execution.ending() == check::Ending::well ? 0 : 1;
}

}  // namespace atelier
