// SPDX-License-Identifier: MIT
#include "watch/replay.hpp"

#include <utility>

#include "shell_words.hpp"

namespace atelier::watch {

std::optional<Replay> replay_of(std::string_view line)
{
    std::optional<TypedCommand> command = typed_command(line);
    if (!command || command->words.size() < 3 || command->words[0] != "./atelier" || command->words[1] != "run") {
        return std::nullopt;
    }
    command->words.erase(command->words.begin());
    return Replay{.words = std::move(command->words), .input = std::move(command->input)};
}

}  // namespace atelier::watch
