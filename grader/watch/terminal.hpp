// SPDX-License-Identifier: MIT
// The student's terminal, while it gives us each key and each line: put back as it was whatever happens, SIGKILL included.
#pragma once

#include <sys/types.h>
#include <termios.h>

#include <string>

#include "files.hpp"
#include "watch/screen.hpp"

namespace atelier::watch {

/// Whether both standard input and standard output are terminals.
[[nodiscard]] bool has_terminal();

class Terminal {
public:
    /// Takes standard input and output. `whole_screen`: a screen of its own, which is left as it was found; otherwise keys
    /// come one by one and lines follow one another. Throws Error when that is refused.
    explicit Terminal(bool whole_screen);
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    ~Terminal();

    [[nodiscard]] ScreenSize size() const;
    /// Shows `frame`, over what is there.
    void show(const std::string& frame) const;
    /// What was typed, without waiting. Nothing for ever: `gone` becomes true.
    [[nodiscard]] std::string typed(bool& gone) const;

    /// Puts it back for somebody else (the shell, when we are suspended), and takes it again.
    void leave();
    void take();

private:
    /// A process that outlives us to put the terminal back; it only waits.
    void post_guard();

    bool whole_screen_;
    termios before_{};
    Descriptor guard_;  ///< held open as long as we live
    pid_t guard_pid_ = -1;
};

}  // namespace atelier::watch
