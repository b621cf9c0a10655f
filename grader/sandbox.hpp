// SPDX-License-Identifier: MIT
// Runs untrusted programs (the compiler and linker on a student's source, then what they made) where they can
// reach nothing but what they are given.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "process.hpp"

namespace atelier {

/// How much stands between an untrusted program and the machine. Printed in every report.
enum class Tier {
    namespaces,  ///< bubblewrap: mounts, processes, network and ipc of its own, and the limits
    none,        ///< the limits only: practice on one's own machine
};

[[nodiscard]] std::string_view name_of(Tier tier);

/// A file or folder of ours that a box shows.
struct Mount {
    std::filesystem::path host;    ///< its absolute path outside
    std::filesystem::path inside;  ///< its absolute path inside
    bool writable = false;
};

/// What an untrusted program finds around it.
struct Box {
    Tier tier = Tier::namespaces;
    Mount folder;                 ///< its current folder
    std::vector<Mount> mounts;    ///< what else it sees of ours
    bool tools = false;           ///< whether it sees the compiler and the system's headers, or libraries only
    bool proc = false;            ///< a private /proc: LeakSanitizer needs one
    std::filesystem::path enter;  ///< the program `atelier-enter`, last step into the box

    /// The path by which the program inside knows the file `host`, which is below one of the mounts. In tier `none`
    /// both are the same.
    [[nodiscard]] std::filesystem::path at(const std::filesystem::path& host) const;
};

/// Runs `arguments` in `box`. `arguments[0]` is a path as known inside.
///
/// Throws Error when the box itself could not be made. When this returns nothing of it is alive, except in tier
/// `none`, where only the process group of the program is sure to be dead.
[[nodiscard]] Outcome run_in(const Box& box, const std::vector<std::string>& arguments, const Limits& limits,
                             std::string_view input = {});

/// The unprivileged user to drop to, when we are root: limits on processes do not bind root.
[[nodiscard]] std::optional<Identity> sandbox_identity();

/// Lets the programs of a box own `path` (and what they will make in it).
void give_to_sandbox(const std::filesystem::path& path);

/// Lets the programs of a box reach what is below the folder `path`, without reading the folder itself.
void share_with_sandbox(const std::filesystem::path& path);

/// Makes `path` and all below it ours again, out of the reach of later programs.
void take_from_sandbox(const std::filesystem::path& path);

/// Where bubblewrap is, when it is installed.
[[nodiscard]] std::optional<std::filesystem::path> bubblewrap();

}  // namespace atelier
