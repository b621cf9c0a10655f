// SPDX-License-Identifier: MIT
// The command line described as data: what shell completions and the manual page are made from.
#pragma once

#include <string>
#include <vector>

namespace atelier {

/// What the value of an option, or an argument, is: what a shell can offer for it.
enum class ValueKind { none, text, file, folder, exercise, lesson, choice };

struct OptionUsage {
    std::vector<std::string> names;  ///< « -h » and « --help »; for an argument without a dash, its one name
    std::string value;               ///< what stands for the value in a help; empty when there is none to type
    ValueKind kind = ValueKind::none;
    std::vector<std::string> choices;  ///< of kind `choice`
    std::string what;
    bool required = false;
    bool repeated = false;
};

struct CommandUsage {
    std::string name;
    std::vector<std::string> aliases;
    std::string what;
    std::vector<OptionUsage> options;
    std::vector<OptionUsage> arguments;
    std::vector<CommandUsage> commands;  ///< those that helps show
};

}  // namespace atelier
