// SPDX-License-Identifier: MIT
// A class's rules on lateness and attempts: from what a verdict says to what it counts, by arithmetic alone.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "class_results.hpp"

namespace atelier {

/// What a person decided on the points of a check.
struct Adjustment {
    std::string student;  ///< empty: everybody
    std::string exercise;
    std::string check;
    int points = 0;  ///< earned there, whatever the check said
    std::string reason;
};

/// One verdict given to a student on an exercise, among those that came in the course of time.
struct Attempt {
    Verdict verdict;
    std::string handed_in;   ///< ISO 8601; empty: nobody said
    std::string place = {};  ///< of the answer in what was handed in; empty: nobody said
};

struct Policy {
    struct Lateness {
        std::optional<std::int64_t> deadline;  ///< seconds since 1970, UTC; none: nothing is late
        int penalty_per_day = 0;               ///< percent of what was earned, for each day begun
        int most_penalty = 100;                ///< percent
    };
    Lateness lateness;                          ///< of exercises that have no rules of their own
    std::map<std::string, Lateness> exercises;  ///< by id, or by short id
    bool best_attempt = false;                  ///< else the last one counts

    [[nodiscard]] const Lateness& lateness_of(const std::string& exercise) const;
};

/// Reads the rules in `toml`; `name` is the file's, for errors. No text: no rules. Throws Error, with line and key, at a
/// mistake, a key of another type, or one that nobody knows.
[[nodiscard]] Policy policy_from_toml(const std::string& toml, const std::string& name);

/// Seconds since 1970 of « 2026-10-01T23:59:59Z », « …+02:00 », « 2026-10-01T23:59 » (UTC) or « 2026-10-01 »; none when it
/// is no such text.
[[nodiscard]] std::optional<std::int64_t> seconds_of(const std::string& iso8601);

/// What `attempt` counts for. `adjustments` are those of this student and exercise, the last one last.
[[nodiscard]] Mark mark_of(const Policy& policy, const std::vector<Adjustment>& adjustments, const Attempt& attempt);

/// The attempt that counts: the last, or the best (the first of the best). There must be one.
[[nodiscard]] std::size_t attempt_that_counts(const Policy& policy, const std::vector<Adjustment>& adjustments,
                                              const std::vector<Attempt>& attempts);

}  // namespace atelier
