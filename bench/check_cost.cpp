// SPDX-License-Identifier: MIT
// What `check` costs beside its bare cost: the same compile, the same link and the same runs of the program, by hand,
// with the same flags, without sandbox and without checks. Both are measured in turn, in one run; the medians' ratio
// is what matters, absolute times drift from machine to machine.
//
//   check_cost [ID…] [--rounds N]        every exercise with a reference, 15 rounds, unless told otherwise
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>

#include "catalog.hpp"
#include "check/fixture.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "grade.hpp"
#include "install.hpp"
#include "program.hpp"

namespace atelier {

namespace {

double seconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

fs::path checks_program(const Exercise& exercise)
{
    return program_folder().parent_path() / "checks" / "exercises" / exercise.id;
}

/// The runs that the checks make of the reference, in order.
std::vector<RunRecord> runs_of(const Grading& grading, const Exercise& exercise, const std::string& reference)
{
    const TemporaryFolder folder;
    share_with_sandbox(folder.path());
    make_folder(folder.path() / "construction");
    const Build build = build_program(grading.toolchain, exercise, reference, folder.path() / "construction");
    const Job job = job_for(grading, exercise, build.executable, folder.path());
    Limits limits;
    limits.memory_bytes = ~std::size_t{0};
    limits.output_bytes = std::size_t{4} << 20U;
    const Outcome outcome = run({.arguments = {checks_program(exercise).string()},
                                 .folder = "/",
                                 .environment = {},
                                 .input = to_json(job),
                                 .limits = limits,
                                 .identity = {}});
    if (!outcome.succeeded()) {
        throw Error("the checks of " + exercise.id + " could not work: " + outcome.err);
    }
    std::vector<RunRecord> runs;
    for (const CheckResult& result : results_from_json_lines(outcome.out)) {
        runs.insert(runs.end(), result.runs.begin(), result.runs.end());
    }
    return runs;
}

/// The bare cost, with the toolchain of tier `none`: nothing but the compiler, the linker and the program.
class Bare {
public:
    Bare(const Toolchain& chain, const Exercise& exercise, std::string reference, std::vector<RunRecord> runs)
        : chain_(chain), exercise_(exercise), runs_(std::move(runs))
    {
        for (const std::string& name : names_in(exercise.folder)) {
            if (fs::path(name).extension() == ".hpp" || name == "programme.cpp") {
                write_file(folder_.path() / name, read_file(exercise.folder / name));
            }
        }
        write_file(folder_.path() / exercise.answer, reference);
        if (!exercise.is_header()) {
            do_it(with(chain_.compile_arguments(box()), {"-c", "programme.cpp", "-o", "programme.o"}));
        }
    }

    /// Seconds of one compile, one link, and every run on a fixture made beforehand.
    double once()
    {
        double total = seconds([&] {
            do_it(with(chain_.compile_arguments(box()),
                       {"-c", exercise_.is_header() ? "programme.cpp" : exercise_.answer, "-o", "reponse.o"}));
        });
        std::vector<std::string> link =
            with(chain_.link_arguments(box()), {"reponse.o", (chain_.folder / "sonde.o").string()});
        if (!exercise_.is_header()) {
            link.emplace_back("programme.o");
        }
        link = with(link, chain_.libraries());
        total += seconds([&] { do_it(with(link, {"-o", "programme"})); });
        for (const RunRecord& record : runs_) {
            prepare(record);
            total += seconds([&] { execute(record); });
        }
        return total;
    }

private:
    static std::vector<std::string> with(std::vector<std::string> list, const std::vector<std::string>& more)
    {
        list.insert(list.end(), more.begin(), more.end());
        return list;
    }

    [[nodiscard]] Box box() const { return chain_.box(folder_.path(), folder_.path().string(), true); }

    void do_it(const std::vector<std::string>& arguments) const
    {
        const Outcome outcome = run({.arguments = arguments,
                                     .folder = folder_.path(),
                                     .environment = {"PATH=/usr/bin", "LC_ALL=C.UTF-8"},
                                     .input = {},
                                     .limits = compile_limits(),
                                     .identity = {}});
        if (!outcome.succeeded()) {
            throw Error(outcome.err);
        }
    }

    void prepare(const RunRecord& record) const
    {
        remove_tree(folder_.path() / "travail");
        make_folder(folder_.path() / "travail");
        if (fs::exists(exercise_.folder / "fixture.sql")) {
            check::make_fixture(folder_.path() / "travail" / "base.db",
                                check::fixture_sql(exercise_.folder) + record.sql, digest("base.db", default_seed));
        }
    }

    void execute(const RunRecord& record) const
    {
        Limits limits;
        limits.memory_bytes = ~std::size_t{0};
        // Outside of a sandbox /proc is there: LeakSanitizer works as it does inside.
        (void)run({.arguments = with({(folder_.path() / "programme").string()}, record.arguments),
                   .folder = folder_.path() / "travail",
                   .environment = {"ASAN_OPTIONS=symbolize=0"},
                   .input = record.input,
                   .limits = limits,
                   .identity = {}});
    }

    const Toolchain& chain_;
    const Exercise& exercise_;
    TemporaryFolder folder_;
    std::vector<RunRecord> runs_;
};

struct Row {
    std::string id;
    std::size_t runs;
    double bare;
    double check;
};

Row measure(const Catalog& catalog, const Exercise& exercise, int rounds)
{
    const Grading grading{.toolchain = prepare_toolchain(), .seed = default_seed};
    const Tier none = Tier::none;
    const Toolchain bare_chain = prepare_toolchain(&none);
    const fs::path reference = catalog.solutions_of(exercise) / exercise.answer;
    const std::vector<RunRecord> runs = runs_of(grading, exercise, read_file(reference));
    Bare bare(bare_chain, exercise, read_file(reference), runs);
    const Command check{
        .arguments = {(program_folder() / "atelier-grader").string(), "check", exercise.id, "--answer",
                      reference.string()},
        .folder = "/",
        .environment = {"ATELIER_RACINE=" + project_folder().string(), "ATELIER_CACHE=" + cache_folder().string()},
        .input = {},
        .limits = {.wall_time = std::chrono::minutes(2),
                   .cpu_time = std::chrono::seconds(60),
                   .memory_bytes = ~std::size_t{0}},
        .identity = {}};
    std::vector<double> bare_seconds;
    std::vector<double> check_seconds;
    for (int i = 0; i <= rounds; ++i) {
        const double b = bare.once();
        const double c = seconds([&] {
            if (!run(check).succeeded()) {
                throw Error("the reference of " + exercise.id + " does not pass");
            }
        });
        if (i > 0) {  // the first round warms the caches
            bare_seconds.push_back(b);
            check_seconds.push_back(c);
        }
    }
    return {exercise.id, runs.size(), median(bare_seconds), median(check_seconds)};
}

int main_of(int argc, char** argv)
{
    std::vector<std::string> ids;
    int rounds = 15;
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--rounds" && i + 1 < argc) {
            rounds = std::max(1, std::atoi(argv[++i]));
        } else {
            ids.emplace_back(argv[i]);
        }
    }
    const Catalog catalog = load_catalog(project_folder());
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    std::vector<double> ratios;
    fmt::print("{:<22} {:>5} {:>9} {:>9} {:>7}\n", "exercise", "runs", "bare (s)", "check (s)", "ratio");
    for (const Exercise& exercise : catalog.exercises) {
        const bool wanted = ids.empty() || std::find(ids.begin(), ids.end(), exercise.short_id()) != ids.end();
        if (!wanted || !fs::exists(catalog.solutions_of(exercise) / exercise.answer)) {
            continue;
        }
        const Row row = measure(catalog, exercise, rounds);
        ratios.push_back(row.check / row.bare);
        fmt::print("{:<22} {:>5} {:>9.3f} {:>9.3f} {:>7.2f}\n", row.id, row.runs, row.bare, row.check, ratios.back());
        std::fflush(stdout);
        all.push_back({{"exercise", row.id},
                       {"runs", row.runs},
                       {"bare_seconds", row.bare},
                       {"check_seconds", row.check},
                       {"ratio", ratios.back()}});
    }
    if (ratios.empty()) {
        throw Error("no such exercise");
    }
    fmt::print("median ratio {:.2f}, worst {:.2f}\n", median(ratios), *std::max_element(ratios.begin(), ratios.end()));
    write_file("check_cost.json", all.dump(2) + '\n');
    return 0;
}

}  // namespace

}  // namespace atelier

int main(int argc, char** argv)
{
    try {
        return atelier::main_of(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "check_cost: {}\n", error.what());
        return 2;
    }
}
