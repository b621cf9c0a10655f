// SPDX-License-Identifier: MIT
// What `check` costs from a saved answer to its verdict, beside four other ways, measured in turn in one run. The medians'
// ratios are what matters: absolute times drift from machine to machine.
//   bare    the same compile, the same link and the same runs of the program, by hand, with the same flags, without sandbox
//           and without checks
//   check   an answer never seen before
//   known   the same answer once more: its verdict is kept
//   watch   `watch`, from the save of an answer never seen before to its verdict
//   plain   a CMake and GoogleTest project of the exercise as their manuals set it up, rebuilt with cmake --build and run
//           with ctest, where bench/plain has its test
//
//   check_cost [ID…] [--rounds N]        every exercise with a reference, 15 rounds, unless told otherwise
#include <fmt/format.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

#include "catalog.hpp"
#include "error.hpp"
#include "files.hpp"
#include "grade.hpp"
#include "install.hpp"
#include "median.hpp"
#include "other_ways.hpp"
#include "pipe.hpp"

namespace atelier {

namespace {

/// `watch` at work on one exercise, in a folder of its own, speaking in lines.
class Watched {
public:
    explicit Watched(const Exercise& exercise) : answer_(folder_.path() / exercise.id / exercise.answer)
    {
        const std::string program = (program_folder() / "atelier-grader").string();
        const std::vector<std::string> variables{"ATELIER_RACINE=" + project_folder().string(),
                                                 "ATELIER_CACHE=" + cache_folder().string(),
                                                 "ATELIER_TRAVAIL=" + folder_.path().string()};
        Pipe pipe;
        told_ = std::move(pipe.read_end);
        process_ = ::fork();
        if (process_ == 0) {
            ::dup2(pipe.write_end.get(), STDOUT_FILENO);
            std::vector<char*> environment;
            for (const std::string& variable : variables) {
                environment.push_back(const_cast<char*>(variable.c_str()));
            }
            environment.push_back(nullptr);
            ::execle(program.c_str(), program.c_str(), "watch", exercise.id.c_str(), nullptr, environment.data());
            ::_exit(127);
        }
        wait_for_verdict();  // on the starter
    }
    Watched(const Watched&) = delete;
    Watched& operator=(const Watched&) = delete;
    ~Watched()
    {
        ::kill(process_, SIGTERM);
        ::waitpid(process_, nullptr, 0);
    }

    double once(const std::string& source)
    {
        return seconds([&] {
            write_file(answer_, source);
            wait_for_verdict();
        });
    }

private:
    void wait_for_verdict()
    {
        constexpr int most_milliseconds = 60'000;
        std::string told;
        while (told.find(" points (") == std::string::npos) {
            pollfd polled{told_.get(), POLLIN, 0};
            char bytes[4096];
            const ssize_t n = ::poll(&polled, 1, most_milliseconds) == 1 ? ::read(told_.get(), bytes, sizeof bytes) : 0;
            if (n <= 0) {
                throw Error("watch says nothing more");
            }
            told.append(bytes, static_cast<std::size_t>(n));
        }
    }

    TemporaryFolder folder_;
    fs::path answer_;
    Descriptor told_;
    pid_t process_ = -1;
};

/// Seconds of each way, one for each round.
struct Ways {
    std::vector<double> bare;
    std::vector<double> check;
    std::vector<double> known;
    std::vector<double> watch;
    std::vector<double> plain;
};

struct Row {
    std::string id;
    std::size_t runs = 0;
    double bare = 0;
    double check = 0;
    double known = 0;
    double watch = 0;
    std::optional<double> plain;
};

Row measure(const Catalog& catalog, const Exercise& exercise, int rounds)
{
    const Grading grading{.toolchain = prepare_toolchain(), .seed = default_seed};
    const Tier none = Tier::none;
    const Toolchain bare_chain = prepare_toolchain(&none);
    const std::string reference = read_file(catalog.solutions_of(exercise) / exercise.answer);
    const std::vector<RunRecord> runs = runs_of(grading, exercise, reference);
    Bare bare(bare_chain, exercise, reference, runs);
    const TemporaryFolder folder;
    const fs::path answer = folder.path() / exercise.answer;
    write_file(answer, reference);
    std::optional<Plain> plain;
    if (fs::exists(Plain::test_of(exercise))) {
        plain.emplace(exercise, answer, bare_chain.tools);
    }
    const auto check = [&] {
        must_succeed(
            {(program_folder() / "atelier-grader").string(), "check", exercise.id, "--answer", answer.string()},
            {"ATELIER_RACINE=" + project_folder().string(), "ATELIER_CACHE=" + cache_folder().string()});
    };
    Watched watched(exercise);
    Ways ways;
    for (int i = 0; i <= rounds; ++i) {
        const auto never_seen = [&](const char* by) {
            return reference +
                   fmt::format("// {} {} {}\n", by, i, std::chrono::steady_clock::now().time_since_epoch().count());
        };
        const double b = bare.once();
        write_file(answer, never_seen("check"));
        const double c = seconds(check);
        const double k = seconds(check);
        const double w = watched.once(never_seen("watch"));
        const double p = plain ? plain->once() : 0;
        if (i > 0) {  // the first round warms the caches
            ways.bare.push_back(b);
            ways.check.push_back(c);
            ways.known.push_back(k);
            ways.watch.push_back(w);
            ways.plain.push_back(p);
        }
    }
    return {.id = exercise.id,
            .runs = runs.size(),
            .bare = median(ways.bare),
            .check = median(ways.check),
            .known = median(ways.known),
            .watch = median(ways.watch),
            .plain = plain ? std::optional(median(ways.plain)) : std::nullopt};
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
    fmt::print("{:<24} {:>4} {:>8}  {:>16}  {:>16}  {:>16}  {:>16}\n", "exercise", "runs", "bare (s)", "check (ratio)",
               "known (ratio)", "watch (ratio)", "plain (ratio)");
    for (const Exercise& exercise : catalog.exercises) {
        const bool wanted = ids.empty() || std::find(ids.begin(), ids.end(), exercise.short_id()) != ids.end();
        if (!wanted || !fs::exists(catalog.solutions_of(exercise) / exercise.answer)) {
            continue;
        }
        const Row row = measure(catalog, exercise, rounds);
        ratios.push_back(row.check / row.bare);
        const auto beside = [&](double value) { return fmt::format("{:>8.3f} ({:>5.2f})", value, value / row.bare); };
        fmt::print("{:<24} {:>4} {:>8.3f}  {:>16}  {:>16}  {:>16}  {:>16}\n", row.id, row.runs, row.bare,
                   beside(row.check), beside(row.known), beside(row.watch),
                   row.plain ? beside(*row.plain) : std::string());
        std::fflush(stdout);
        all.push_back({{"exercise", row.id},
                       {"runs", row.runs},
                       {"bare_seconds", row.bare},
                       {"check_seconds", row.check},
                       {"known_seconds", row.known},
                       {"watch_seconds", row.watch},
                       {"ratio", ratios.back()}});
        if (row.plain) {
            all.back()["plain_seconds"] = *row.plain;
        }
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
