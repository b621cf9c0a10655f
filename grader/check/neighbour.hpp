// SPDX-License-Identifier: MIT
// Another program at work on the same database: a connection in a process of its own, which keeps the locks it holds until
// the student's program has given a sign. What happens is ordered by events, never by the clock.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>

#include "files.hpp"

namespace atelier::check {

/// What a neighbour does. Its SQL is ours.
struct NeighbourPlan {
    std::string begin;  ///< run before the program starts: « BEGIN IMMEDIATE »
    std::string sign;   ///< the line that it waits for
    int times = 1;      ///< how many of these lines
    std::string end;    ///< run as soon as they have come: « COMMIT »; tried again while the database is busy
};

/// One neighbour, gone with this object; whatever it has not committed is rolled back.
class Neighbour {
public:
    /// Opens `base` in a new process, which has the rights of the student's programs, and returns when it has run
    /// `plan.begin`. `signs` is a fifo where signs are written, one a line. Call it while this process has one thread only.
    /// Throws Error when `plan.begin` fails.
    Neighbour(const std::filesystem::path& base, const std::filesystem::path& signs, const NeighbourPlan& plan);
    Neighbour(const Neighbour&) = delete;
    Neighbour& operator=(const Neighbour&) = delete;
    ~Neighbour();

    /// Ends the process; whether it had run `plan.end` to its end. Signs given before this call are all read. Throws Error when
    /// `plan.end` failed for another reason than a busy database.
    bool finish();

private:
    pid_t child_ = 0;
    Descriptor stop_;  ///< its end is the child's
    Descriptor told_;  ///< what the child has to say, one line for each SQL
    bool ended_ = false;
};

}  // namespace atelier::check
