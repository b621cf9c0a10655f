// SPDX-License-Identifier: MIT
// Runs one program to its end, within limits, and tells what came out of it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "patrol.hpp"

namespace atelier {

/// What a program may use before it is stopped. The defaults suit one run of one exercise.
struct Limits {
    std::chrono::milliseconds wall_time{5'000};
    std::chrono::seconds cpu_time{2};
    std::size_t memory_bytes = std::size_t{512} << 20;  ///< of data
    std::size_t reserved_bytes = 0;  ///< of data too: what the sanitizers' runtime counts before the program begins
    std::size_t file_bytes = std::size_t{64} << 20;    ///< of one file that it writes
    std::size_t output_bytes = std::size_t{64} << 10;  ///< of standard output, and of standard error
    std::size_t probe_bytes = std::size_t{4}
                              << 20;  ///< of descriptor 3: the trace of a thousand statements is no fault
    unsigned processes = 32;          ///< at once, its threads included; counted inside a sandbox only
};

/// Descriptors that a program may have open at once.
constexpr unsigned open_files = 256;

/// The user and group that a program runs as.
struct Identity {
    uid_t user;
    gid_t group;
};

/// One program to run. No shell is involved, so nothing needs quoting.
struct Command {
    std::vector<std::string> arguments;    ///< arguments[0] is the absolute path of the program
    std::filesystem::path folder;          ///< its current folder
    std::vector<std::string> environment;  ///< all of it, as NAME=value
    std::string input;                     ///< its standard input
    Limits limits;
    std::optional<Identity> identity = {};  ///< dropped to before it starts; none: ours
    /// What holds its descendants together, so that they are killed and waited for as one.
    enum class Holder {
        group,          ///< its process group: enough for programs of ours
        closed_group,   ///< the same, which nobody can leave; descriptor 4 tells how the step into the box went
        pid_namespace,  ///< that of bubblewrap, which descriptor 4 names
    };
    Holder holder = Holder::group;
    /// What is looked at while it runs, because no limit of the kernel's bounds it. An untrusted program has some, and is
    /// the first that the kernel kills when memory runs out.
    std::optional<Bounds> bounds = {};
};

/// How a program ended and what it wrote on its channels, each cut at the limit.
struct Outcome {
    enum class End {
        exited,
        signaled,
        out_of_wall_time,
        too_much_output,
        too_much_memory,
        too_many_threads,
        too_many_files,
    };
    End end = End::exited;
    int code = 0;        ///< exit status, or number of the signal
    std::string out;     ///< descriptor 1
    std::string err;     ///< descriptor 2
    std::string probe;   ///< descriptor 3
    std::string status;  ///< descriptor 4

    [[nodiscard]] bool succeeded() const { return end == End::exited && code == 0; }
};

/// Runs `command` and waits for it. Whatever the program does is an Outcome.
///
/// Throws Error only when it could not be started at all. By the time this returns the program is dead, with its
/// process group or its namespace, whichever holds it. Safe to call from several threads.
[[nodiscard]] Outcome run(const Command& command);

}  // namespace atelier
