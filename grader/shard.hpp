// SPDX-License-Identifier: MIT
// One part of a class among equals: who grades what, when several machines share the work without speaking to each other.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace atelier {

/// « 2/4 » is the second of four parts. Each submission of a class is in exactly one of them.
struct Shard {
    unsigned index = 1;  ///< from 1
    unsigned count = 1;

    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool is_whole() const { return count == 1; }
    /// Whether the submission at that place of the class, sorted by names, is in this part. Parts differ by one at most.
    [[nodiscard]] bool holds(std::size_t place) const { return place % count == index - 1; }

    bool operator==(const Shard&) const = default;
};

/// Reads « 2/4 »; none when it is no part of anything.
[[nodiscard]] std::optional<Shard> shard_from_text(std::string_view text);

/// The value of an environment variable; none, or empty, when it is not set.
using Variables = std::function<std::optional<std::string>(const char*)>;

/// The part that Slurm, GitLab or Kubernetes gave to this machine:
/// - an array of Slurm, of any base and step: SLURM_ARRAY_TASK_ID, _MIN, _MAX, _COUNT and _STEP (1 when it is not set);
/// - `parallel:` of GitLab: CI_NODE_INDEX, from 1, and CI_NODE_TOTAL, which is 1 where nothing is parallel;
/// - an Indexed Job of Kubernetes: JOB_COMPLETION_INDEX, from 0, and ATELIER_SHARDS, which the Job must set, since
///   Kubernetes does not say how many there are.
///
/// ATELIER_SHARDS, set elsewhere, must agree. Throws Error, which names the variables, when some are missing, when they
/// contradict each other, or when there are none.
[[nodiscard]] Shard shard_from_environment(const Variables& variables);

}  // namespace atelier
