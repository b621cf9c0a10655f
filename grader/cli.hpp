// SPDX-License-Identifier: MIT
// The command line: its words, its help, its mistakes, in the reader's language.
#pragma once

namespace atelier {

/// Understands the arguments and does the command. Never throws: what goes wrong is one sentence on standard error and
/// exit status 2.
[[nodiscard]] int run_command_line(int argc, char** argv) noexcept;

}  // namespace atelier
