// SPDX-License-Identifier: MIT
// Runs untrusted programs (the compiler and linker on a student's source, then what they made) where they can
// reach nothing but what they are given.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "process.hpp"

namespace atelier {

/// How much stands between an untrusted program and the machine. Printed in every report.
enum class Tier {
    namespaces,  ///< bubblewrap: mounts, processes, network and ipc of its own; a filter of system calls; the limits
    landlock,  ///< the kernel's rules on files; the filter; the limits: where namespaces are refused, as in containers
    none,      ///< the limits only: practice on one's own machine
};

/// All of them, best first.
inline constexpr std::array all_tiers{Tier::namespaces, Tier::landlock, Tier::none};

[[nodiscard]] std::string_view name_of(Tier tier);

/// The tier of that name, if there is one.
[[nodiscard]] std::optional<Tier> tier_named(std::string_view name);

/// A file or folder of ours that a box shows.
struct Mount {
    std::filesystem::path host;    ///< its absolute path outside
    std::filesystem::path inside;  ///< its absolute path inside
    bool writable = false;
};

/// What an untrusted program finds around it.
struct Box {
    Tier tier = Tier::namespaces;
    Mount folder;               ///< its current folder
    std::vector<Mount> mounts;  ///< what else it sees of ours
    /// Whether it sees the compiler and the system's headers, and may start other programs. Otherwise it is one process.
    bool tools = false;
    /// Without tools: the shared libraries that it sees, each by its path. None: all those of the machine.
    std::vector<std::filesystem::path> libraries = {};
    bool proc = false;                        ///< a /proc, of its own processes only: LeakSanitizer needs one
    std::filesystem::path enter;              ///< the program `atelier-enter`, last step into the box
    std::filesystem::path temporary = {};     ///< a folder of ours for its /tmp; none: one that is gone with the box
    std::vector<std::string> variables = {};  ///< of its environment, as NAME=value, beside those of every box

    /// The path by which the program inside knows the file `host`, which is below one of the mounts. The same, but in
    /// tier `namespaces`.
    [[nodiscard]] std::filesystem::path at(const std::filesystem::path& host) const;
};

/// Runs `arguments` in `box`. `arguments[0]` is a path as known inside.
///
/// Throws Error when the box itself could not be made. When this returns nothing of it is alive, except in tier
/// `none`, where only the process group of the program is sure to be dead.
[[nodiscard]] Outcome run_in(const Box& box, const std::vector<std::string>& arguments, const Limits& limits,
                             std::string_view input = {});

/// The unprivileged user to drop to, when we are root, whom limits and file modes do not bind: one that nobody else is.
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
