// SPDX-License-Identifier: MIT
// Looks, while a program runs, at what it uses and no limit of the kernel's bounds: memory that is not its data, threads
// where they are counted by user and not by box, files where its folder has no size of its own.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <filesystem>

namespace atelier {

/// What a program may use of it. An honest program that respects its other limits never comes near.
struct Bounds {
    std::size_t resident_bytes = 0;  ///< of memory really in use, the kernel's tables for it included
    unsigned threads = 0;            ///< its processes' too, if it could start some
    std::filesystem::path folder;    ///< its own
    std::size_t folder_bytes = 0;    ///< in all the files there
    std::size_t folder_entries = 0;
};

/// How long a program may be beyond its bounds before it is noticed.
constexpr std::chrono::milliseconds patrol_period{25};

/// The first bound found exceeded.
enum class Excess { none, memory, threads, files };

/// Looks once at `program` (0: not known yet) and its folder. What cannot be read, because it is gone, exceeds nothing.
[[nodiscard]] Excess look(pid_t program, const Bounds& bounds);

/// The only process that `first`, the first process of a pid namespace, has started; 0 when there is none.
[[nodiscard]] pid_t child_of(pid_t first);

}  // namespace atelier
