// SPDX-License-Identifier: MIT
// What a box costs one run of a program: the smallest sanitized program, started as the grader starts answers, in each tier
// that works here and in none at all, in turn, in one run. The medians' differences are what matters.
//
//   box_cost [ROUNDS]        200 rounds, unless told otherwise
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "check/scene.hpp"
#include "error.hpp"
#include "files.hpp"
#include "median.hpp"
#include "toolchain.hpp"

namespace atelier {

namespace {

struct Candidate {
    Tier tier;
    Toolchain chain;
    std::vector<double> milliseconds = {};
};

/// One run of the empty program on a scene of its own, which is made before.
double one_run(const Candidate& candidate, const fs::path& folder)
{
    const check::Scene scene(folder / "scene");
    Box box = candidate.chain.box(scene.work(), "/travail", false);
    box.temporary = scene.temporary();
    box.proc = true;
    Limits limits;
    limits.reserved_bytes = candidate.chain.sanitizer_bytes;
    const auto start = std::chrono::steady_clock::now();
    const Outcome outcome = run_in(box, {box.at(candidate.chain.folder / "empty").string()}, limits);
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    if (!outcome.succeeded()) {
        throw Error("the empty program failed: " + outcome.err);
    }
    return taken.count();
}

int main_of(int rounds)
{
    std::vector<Candidate> candidates;
    for (const Tier tier : all_tiers) {
        if (why_not(tier).empty()) {
            candidates.push_back({.tier = tier, .chain = prepare_toolchain(&tier)});
        }
    }
    check::enter_private_mounts();
    const TemporaryFolder folder;
    share_with_sandbox(folder.path());
    for (int i = 0; i <= rounds; ++i) {
        for (Candidate& candidate : candidates) {
            const double taken = one_run(candidate, folder.path());
            if (i > 0) {  // the first round warms the caches
                candidate.milliseconds.push_back(taken);
            }
        }
    }
    const double bare = median(candidates.back().milliseconds);
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const Candidate& candidate : candidates) {
        const double ms = median(candidate.milliseconds);
        fmt::print("{:<11} {:6.2f} ms a run, {:6.2f} ms more than none\n", name_of(candidate.tier), ms, ms - bare);
        all.push_back({{"tier", name_of(candidate.tier)}, {"milliseconds", ms}, {"more_than_none", ms - bare}});
    }
    write_file("box_cost.json", all.dump(2) + '\n');
    return 0;
}

}  // namespace

}  // namespace atelier

int main(int argc, char** argv)
{
    try {
        return atelier::main_of(argc > 1 ? std::max(1, std::atoi(argv[1])) : 200);
    } catch (const std::exception& error) {
        fmt::print(stderr, "box_cost: {}\n", error.what());
        return 2;
    }
}
