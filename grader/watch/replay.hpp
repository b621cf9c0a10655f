// SPDX-License-Identifier: MIT
// The command that replays a run by hand, taken apart so that a key can run it without any shell.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier::watch {

/// A command of ours and what it reads.
struct Replay {
    std::vector<std::string> words;  ///< what follows « ./atelier »
    std::string input;
};

/// What a check tells to type (« ./atelier run 03a -- … », « printf %s … | ./atelier run … »), or nothing when there is
/// nothing to replay.
[[nodiscard]] std::optional<Replay> replay_of(std::string_view line);

}  // namespace atelier::watch
