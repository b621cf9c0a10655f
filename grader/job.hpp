// SPDX-License-Identifier: MIT
// What the grader tells the checks process, and what it is told back: the two sides of one pipe, both ours.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "finding.hpp"
#include "toolchain.hpp"

namespace atelier {

/// What fixtures are drawn from when nobody says otherwise.
inline constexpr std::uint64_t default_seed = 1;

/// All that the checks of one exercise need to run one program.
struct Job {
    std::filesystem::path exercise;  ///< its folder
    std::string short_id;            ///< for the replay command
    std::string answer;              ///< « reponse.cpp »: whose lines a crash is told by
    std::filesystem::path program;   ///< the executable
    std::filesystem::path scratch;   ///< an empty folder for the checks' own folders
    std::uint64_t seed = default_seed;
    std::string language = "fr";
    Limits limits;
    Toolchain toolchain;
};

/// One run of the program by a check: enough to run it again.
struct RunRecord {
    std::vector<std::string> arguments;
    std::string input;
    std::string sql;      ///< what the check added to the fixture
    bool by_hand = true;  ///< whether `run` can play it: false when the check had set more of a scene than base.db
};

/// How one check ended.
struct CheckResult {
    std::string name;
    bool passed = false;
    std::string message;  ///< French, empty when passed
    std::string replay;   ///< command that plays the last run again, empty when the check passed or ran nothing
    bool stopped_by_clock = false;  ///< the wall clock ended a run, of this check or of one before it in its process
    std::vector<RunRecord> runs;
    std::vector<Finding> findings = {};  ///< of its runs; empty when it passed
};

[[nodiscard]] std::string to_json(const Job& job);
/// Throws Error on anything else than what to_json() writes.
[[nodiscard]] Job job_from_json(const std::string& text);

/// One line, its end included.
[[nodiscard]] std::string to_json_line(const CheckResult& result);
/// Throws Error on anything else than lines of to_json_line().
[[nodiscard]] std::vector<CheckResult> results_from_json_lines(const std::string& text);

}  // namespace atelier
