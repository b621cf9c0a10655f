// SPDX-License-Identifier: MIT
// A command line taken apart as a shell would, so that it can be done without one: the way back from shell_quoted().
//
// Only what needs no shell is understood: words, quotes, and a text piped into the command. A variable, a substitution, a
// pattern, a redirection, a second command: nothing is made of such a line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// A command, and what it reads.
struct TypedCommand {
    std::vector<std::string> words;  ///< the program's name, and its arguments
    std::string input;
};

/// What « COMMAND » or « printf %s TEXT | COMMAND » asks for; nothing when a shell would have to work for the line, or when
/// there is no command in it.
[[nodiscard]] std::optional<TypedCommand> typed_command(std::string_view line);

}  // namespace atelier
