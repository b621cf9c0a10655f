// SPDX-License-Identifier: MIT
// What an answer is worth, check by check: the value that every report is made from.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "exercise.hpp"
#include "finding.hpp"
#include "job.hpp"
#include "sandbox.hpp"

namespace atelier {

enum class VerdictOutcome { graded, does_not_compile, no_answer };
enum class CheckStatus { passed, failed, not_run };

struct CheckVerdict {
    CheckInfo info;
    CheckStatus status = CheckStatus::not_run;
    std::string message;  ///< French, for the student; empty unless failed
    std::string replay;   ///< command that plays it again by hand, when there is one
};

struct Verdict {
    std::string exercise;  ///< its id
    VerdictOutcome outcome = VerdictOutcome::graded;
    Tier tier = Tier::namespaces;
    std::uint64_t seed = default_seed;
    std::string message;        ///< why it was not graded; empty when it was
    std::string answer_sha256;  ///< of the bytes that were graded; empty when there were none
    std::vector<CheckVerdict> checks;
    std::vector<Finding>
        findings;  ///< on lines of the answer, each once: of the compiler, or of runs that lost a check
    /// Whether the answer alone made it: not when the wall clock stopped a run, which a busy machine may do.
    bool repeatable = true;

    [[nodiscard]] int points() const;
    [[nodiscard]] int max_points() const;
    /// The first check that the answer lost, for as long as the verdict lives; null when it lost none, or never ran.
    [[nodiscard]] const CheckVerdict* first_failure() const;
    [[nodiscard]] bool is_perfect() const { return points() == max_points(); }
};

/// The verdict on an answer whose checks ran. A check that exercise.toml declares and that told nothing is lost; a
/// result that exercise.toml does not declare is ignored. Nothing the student's program wrote is looked at here.
[[nodiscard]] Verdict graded(const Exercise& exercise, const std::vector<CheckResult>& results);

/// The verdict on an answer that never ran: every check is `not_run`.
[[nodiscard]] Verdict not_graded(const Exercise& exercise, VerdictOutcome outcome, std::string message);

/// As the contract of `check --json`.
[[nodiscard]] nlohmann::ordered_json to_json(const Verdict& verdict);

/// The verdict on an answer to `exercise` that `json` was made from; none when it is not one of this exercise's.
[[nodiscard]] std::optional<Verdict> verdict_from_json(const Exercise& exercise, const nlohmann::ordered_json& json);

}  // namespace atelier
