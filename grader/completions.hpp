// SPDX-License-Identifier: MIT
// Completion scripts for shells, made from the command line's own description: a new option needs nothing here.
//
// Names of exercises and lessons are asked of « atelier names », which is quick and never builds anything.
#pragma once

#include <string>
#include <vector>

#include "usage.hpp"

namespace atelier {

/// Those that completion_script() knows.
inline const std::vector<std::string> shells{"bash", "zsh", "fish"};

/// What `shell`, one of `shells`, reads to complete `program`. How to install it is said at its head.
[[nodiscard]] std::string completion_script(const CommandUsage& program, const std::string& shell);

/// The command that installs the completions of `shell`, and what to do once, as a text.
[[nodiscard]] std::string how_to_install_completions(const std::string& shell);

}  // namespace atelier
