// SPDX-License-Identifier: MIT
// The checks process as a whole: the job it was given, and what its tests share.
#pragma once

#include <vector>

#include "job.hpp"

namespace atelier::check {

/// What the tests of one checks process share. Set once, before the first test.
struct Session {
    Job job;
    int runs_over_time = 0;         ///< runs that went over time so far
    bool stopped_by_clock = false;  ///< the wall clock ended one of them
    std::vector<RunRecord> runs;    ///< of the current test, in order
    std::vector<Finding> findings;  ///< the same
};

[[nodiscard]] Session& session();

}  // namespace atelier::check
