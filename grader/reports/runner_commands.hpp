// SPDX-License-Identifier: MIT
// The commands that GitHub's runner obeys in what a step prints: written, and kept out of what others write.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace atelier {

/// `text` with no line in it that the runner, or whoever shows its log, would take for a command.
[[nodiscard]] std::string without_commands(std::string_view text);

/// « ::KIND NAME=VALUE,…::MESSAGE », and the end of its line. What is said is escaped: it stays in the place it is given.
[[nodiscard]] std::string runner_command(std::string_view kind,
                                         const std::vector<std::pair<const char*, std::string>>& properties,
                                         std::string_view message);

}  // namespace atelier
