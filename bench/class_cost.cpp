// SPDX-License-Identifier: MIT
// What grading a class costs: submissions per second, cold with one worker and two, then when every answer is known, and the
// memory of the grader; beside the bare cost of the same answers and the plain project of one of them. One run, medians and
// ratios. Verdicts are compared with what is known of each answer: a fast wrong verdict is worth nothing.
//
//   class_cost [--students N] [--exercises N] [--sample N] [--only-memory]      200, 20, 40
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "answer.hpp"
#include "catalog.hpp"
#include "median.hpp"
#include "other_ways.hpp"
#include "sha256.hpp"
#include "synthetic_class.hpp"

namespace atelier {

namespace {

struct Spent {
    double seconds = 0;
    std::size_t peak_kib = 0;  ///< of the grader itself, not of what it runs
};

/// The most memory that a process has held, so far.
std::size_t peak_of(pid_t process)
{
    std::string status;
    try {
        status = read_file(fmt::format("/proc/{}/status", process));
    } catch (const Error&) {  // it has ended
        return 0;
    }
    const std::size_t at = status.find("VmHWM:");
    return at == std::string::npos ? 0 : std::strtoull(status.c_str() + at + 6, nullptr, 10);
}

/// `grade`, as anybody runs it.
Spent grade(const fs::path& copies, const fs::path& out, const std::vector<std::string>& more)
{
    std::vector<std::string> words{(program_folder() / "atelier-grader").string(), "grade", copies.string(), "--out",
                                   out.string()};
    words.insert(words.end(), more.begin(), more.end());
    const std::vector<std::string> variables{"PATH=/usr/bin:/bin", "ATELIER_RACINE=" + project_folder().string(),
                                             "ATELIER_CACHE=" + cache_folder().string()};
    const auto began = std::chrono::steady_clock::now();
    std::fflush(stdout);  // the child has it too
    const pid_t grader = ::fork();
    if (grader == 0) {
        std::vector<char*> argv;
        std::vector<char*> envp;
        for (const std::string& word : words) {
            argv.push_back(const_cast<char*>(word.c_str()));
        }
        for (const std::string& variable : variables) {
            envp.push_back(const_cast<char*>(variable.c_str()));
        }
        argv.push_back(nullptr);
        envp.push_back(nullptr);
        if (::freopen((out.string() + ".out").c_str(), "w", stdout) != nullptr) {
            ::execve(argv[0], argv.data(), envp.data());
        }
        ::_exit(127);
    }
    Spent spent;
    int status = 0;
    while (::waitpid(grader, &status, WNOHANG) == 0) {
        spent.peak_kib = std::max(spent.peak_kib, peak_of(grader));
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    spent.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
        throw Error("grade failed");
    }
    return spent;
}

/// The exercises from which a class of `count` is drawn: spread over the course.
std::vector<const Exercise*> spread(const Catalog& catalog, std::size_t count)
{
    std::vector<const Exercise*> chosen;
    for (std::size_t i = 0; i < std::min(count, catalog.exercises.size()); ++i) {
        chosen.push_back(&catalog.exercises[i * catalog.exercises.size() / count]);
    }
    return chosen;
}

/// The different answers of a class.
std::vector<std::pair<const Exercise*, std::string>> different_answers(const fs::path& copies,
                                                                       const std::vector<const Exercise*>& exercises)
{
    std::set<std::string> seen;
    std::vector<std::pair<const Exercise*, std::string>> all;
    for (const std::string& student : names_in(copies)) {
        for (const Exercise* exercise : exercises) {
            const Answer answer = read_answer(*exercise, copies / student / exercise->id);
            if (answer.problem.empty() && seen.insert(exercise->id + sha256(answer.source)).second) {
                all.emplace_back(exercise, answer.source);
            }
        }
    }
    return all;
}

double bare_cost(const Toolchain& chain, const Grading& grading, const Exercise& exercise, const std::string& source)
{
    return Bare(chain, exercise, source, runs_of(grading, exercise, source)).once();
}

void require_expected(const SyntheticClass& known, const fs::path& out)
{
    const std::vector<std::string> surprises =
        known.surprises(nlohmann::json::parse(read_file(out / "results.json", std::size_t{1} << 30U)));
    if (!surprises.empty()) {
        throw Error(fmt::format("{} verdicts are not as known; the first: {}", surprises.size(), surprises.front()));
    }
}

int main_of(int argc, char** argv)
{
    std::map<std::string, std::size_t> options{{"--students", 200}, {"--exercises", 20}, {"--sample", 40}};
    bool only_memory = false;
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--only-memory") {
            only_memory = true;
        } else if (options.contains(argv[i]) && i + 1 < argc) {
            options[argv[i]] = std::strtoull(argv[i + 1], nullptr, 10);
            ++i;
        } else {
            throw Error(fmt::format("class_cost does not know {}", argv[i]));
        }
    }
    const Catalog catalog = load_catalog(project_folder());
    const std::vector<const Exercise*> exercises = spread(catalog, options["--exercises"]);
    const TemporaryFolder folder;
    const fs::path copies = folder.path() / "copies";
    const SyntheticClass known(catalog, copies, options["--students"], exercises);
    const std::size_t pairs = options["--students"] * exercises.size();
    const auto different = different_answers(copies, exercises);
    fmt::print("{} students x {} exercises: {} answers, {} of them different\n", options["--students"],
               exercises.size(), pairs, different.size());
    nlohmann::ordered_json told{
        {"students", options["--students"]}, {"exercises", exercises.size()}, {"different_answers", different.size()}};
    // Seeds that no cache has seen.
    const auto seed =
        static_cast<std::uint64_t>(std::chrono::system_clock::now().time_since_epoch().count()) & 0xFFFFFFFFU;
    const auto tell = [&](const std::string& name, const Spent& spent, std::size_t of) {
        fmt::print("{:<28} {:>8.2f} s  {:>8.2f} submissions/s  {:>8.4f} s an answer  {:>6} KiB\n", name, spent.seconds,
                   static_cast<double>(options["--students"]) / spent.seconds, spent.seconds / static_cast<double>(of),
                   spent.peak_kib);
        std::fflush(stdout);
        told[name] = {{"seconds", spent.seconds}, {"answers", of}, {"peak_kib", spent.peak_kib}};
    };
    const auto seeded = [&](std::uint64_t more, const char* workers) {
        return std::vector<std::string>{"--seed", std::to_string(seed + more), "--workers", workers};
    };
    double one_worker = 0;
    if (!only_memory) {
        const Spent one = grade(copies, folder.path() / "one", seeded(1, "1"));
        require_expected(known, folder.path() / "one");
        tell("cold, 1 worker", one, different.size());
        one_worker = one.seconds;
    }
    tell("cold, 2 workers", grade(copies, folder.path() / "two", seeded(2, "2")), different.size());
    require_expected(known, folder.path() / "two");
    tell("known, another gradebook", grade(copies, folder.path() / "again", seeded(2, "2")), pairs);
    tell("known, the same gradebook", grade(copies, folder.path() / "two", seeded(2, "2")), pairs);
    require_expected(known, folder.path() / "two");
    if (!only_memory) {
        const Tier none = Tier::none;
        const Toolchain chain = prepare_toolchain(&none);
        const Grading grading{.toolchain = prepare_toolchain()};
        std::vector<double> bare;
        for (std::size_t i = 0; i < std::min(options["--sample"], different.size()); ++i) {
            const auto& [exercise, source] = different[i * different.size() / options["--sample"] % different.size()];
            bare.push_back(bare_cost(chain, grading, *exercise, source));
        }
        double sum = 0;
        for (const double one : bare) {
            sum += one;
        }
        const double mean = sum / static_cast<double>(bare.size());
        const double ours = one_worker / static_cast<double>(different.size());
        fmt::print("bare, mean of {}: {:.4f} s an answer; a new answer costs {:.2f} times that\n", bare.size(), mean,
                   ours / mean);
        told["bare_seconds"] = mean;
        told["ratio"] = ours / mean;
        for (const Exercise& exercise : catalog.exercises) {
            if (fs::exists(Plain::test_of(exercise))) {
                const std::string reference = read_file(catalog.solutions_of(exercise) / exercise.answer);
                const fs::path answer = folder.path() / exercise.answer;
                write_file(answer, reference);
                const Plain plain(exercise, answer, chain.tools);
                std::vector<double> plainly;
                std::vector<double> barely;
                for (int i = 0; i < 5; ++i) {
                    write_file(answer, reference + fmt::format("// {}\n", i));
                    plainly.push_back(plain.once());
                    barely.push_back(bare_cost(chain, grading, exercise, reference));
                }
                fmt::print("plain project of {}: {:.3f} s, {:.2f} times its bare cost\n", exercise.id, median(plainly),
                           median(plainly) / median(barely));
                told["plain_ratio"] = median(plainly) / median(barely);
            }
        }
    }
    write_file("class_cost.json", told.dump(2) + '\n');
    return 0;
}

}  // namespace

}  // namespace atelier

int main(int argc, char** argv)
{
    try {
        return atelier::main_of(argc, argv);
    } catch (const std::exception& error) {
        fmt::print(stderr, "class_cost: {}\n", error.what());
        return 2;
    }
}
