// SPDX-License-Identifier: MIT
// Which files a program may open, where it cannot be given a root of its own.
#pragma once

#include <span>

namespace atelier::box {

/// An errno, 0 when all went well, and the step or the path that it is about.
struct Failure {
    int error = 0;
    const char* what = "landlock";
};

/// Leaves this process, and all that it becomes, nothing but the files at or below `read` (to read and to execute) and
/// `write` (to do anything with). Every path must exist. Nothing is ever given back.
///
/// Landlock looks at files when they are opened, made, removed, moved or executed; asking whether a name exists stays
/// possible, and changing a file's mode or dates is refused by system_calls.hpp. Returns what failed: ENOSYS or EOPNOTSUPP
/// where the kernel has no Landlock.
[[nodiscard]] Failure confine_files(std::span<const char* const> read, std::span<const char* const> write);

}  // namespace atelier::box
