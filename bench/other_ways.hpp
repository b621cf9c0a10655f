// SPDX-License-Identifier: MIT
// What our own way is compared with: the bare compile, link and runs of an answer; a plain CMake and GoogleTest project.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "check/fixture.hpp"
#include "checks_program.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "grade.hpp"
#include "install.hpp"

namespace atelier {

inline double seconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// The runs that the checks make of the reference, in order.
inline std::vector<RunRecord> runs_of(const Grading& grading, const Exercise& exercise, const std::string& reference)
{
    const BuiltAnswer built(grading, exercise, reference);
    std::vector<RunRecord> runs;
    for (const CheckResult& result : run_checks(exercise, built.job())) {
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
        for (const fs::path& header : exercise.given) {
            write_file(folder_.path() / header.filename(), read_file(header));
        }
        write_file(folder_.path() / "programme.cpp", read_file(exercise.folder / "programme.cpp"));
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

/// A command of ours or of the plain project's, run to its end.
inline void must_succeed(const std::vector<std::string>& arguments, const std::vector<std::string>& environment)
{
    Limits limits{.wall_time = std::chrono::minutes(2), .cpu_time = std::chrono::seconds(100)};
    limits.memory_bytes = ~std::size_t{0};
    const Outcome outcome = run({.arguments = arguments,
                                 .folder = "/",
                                 .environment = environment,
                                 .input = {},
                                 .limits = limits,
                                 .identity = {}});
    if (!outcome.succeeded()) {
        throw Error(arguments.front() + ": " + outcome.out + outcome.err);
    }
}

/// The plain project of one exercise, configured with the compiler that answers have and, as those who follow the manuals
/// do, with whatever CMake chooses for the rest: Makefiles.
class Plain {
public:
    Plain(const Exercise& exercise, const fs::path& answer, const Tools& tools)
    {
        const fs::path sources = project_folder() / "bench" / "plain";
        must_succeed({"/usr/bin/cmake", "-S", sources.string(), "-B", folder_.path().string(),
                      "-DEXERCISE=" + exercise.folder.string(), "-DANSWER=" + answer.string(),
                      "-DTEST=" + test_of(exercise).string(), "-DCMAKE_CXX_COMPILER=" + tools.compiler.string()},
                     environment_);
    }

    static fs::path test_of(const Exercise& exercise)
    {
        return project_folder() / "bench" / "plain" / (exercise.id + "_test.cpp");
    }

    double once() const
    {
        return seconds([&] {
            must_succeed({"/usr/bin/cmake", "--build", folder_.path().string()}, environment_);
            must_succeed({"/usr/bin/ctest", "--test-dir", folder_.path().string()}, environment_);
        });
    }

private:
    std::vector<std::string> environment_{"PATH=/usr/bin:/bin"};
    TemporaryFolder folder_;
};

}  // namespace atelier
