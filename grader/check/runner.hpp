// SPDX-License-Identifier: MIT
// Runs an exercise's program in the sandbox, for a check or for a student who plays it by hand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/observe.hpp"
#include "check/scene.hpp"
#include "job.hpp"

namespace atelier::check {

/// The command line that plays `run` by hand: `./atelier run 03a -- inserer base.db Alice 30`; empty when none does.
[[nodiscard]] std::string replay_command(const Job& job, const RunRecord& run);

/// How much the probe is asked to tell: each run's rows and time cost more than checks need.
enum class TraceDetail { plain, full };

/// Runs the program of `job` in `scene`, which is all that it can write.
[[nodiscard]] Execution run_program(const Job& job, const Scene& scene, const std::vector<std::string>& arguments,
                                    std::string_view input, std::string replay,
                                    TraceDetail detail = TraceDetail::plain);

}  // namespace atelier::check
