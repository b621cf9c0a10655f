// SPDX-License-Identifier: MIT
// A command of ours at work beside us, which can be killed at any moment: « atelier-grader check 03a --json ».
#pragma once

#include <poll.h>
#include <sys/types.h>

#include <string>
#include <vector>

#include "files.hpp"

namespace atelier::watch {

/// How a command ended and what it wrote.
struct Told {
    bool ended = false;  ///< by itself; else killed, by us or by somebody
    int status = -1;     ///< its exit status
    std::string out;
    std::string err;
};

/// Starts when it is made. Killed, with all that it has started, when this object goes or when our process dies.
class OwnCommand {
public:
    /// `words` follow the program's name; `input` is its standard input; `variables` (NAME=value) are added to our
    /// environment. Throws Error when it cannot be started.
    OwnCommand(const std::vector<std::string>& words, const std::string& input,
               const std::vector<std::string>& variables);
    OwnCommand(OwnCommand&&) = delete;
    OwnCommand& operator=(OwnCommand&&) = delete;
    ~OwnCommand();

    /// Adds the descriptors that are worth waiting for.
    void wish(std::vector<pollfd>& descriptors) const;
    /// Takes what there is to take, without waiting; true once it has ended.
    bool step();
    [[nodiscard]] const Told& told() const { return told_; }

private:
    pid_t pid_ = -1;  ///< -1 once it has ended
    Descriptor process_;
    Descriptor out_;
    Descriptor err_;
    Told told_;
};

}  // namespace atelier::watch
