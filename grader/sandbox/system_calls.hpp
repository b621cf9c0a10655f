// SPDX-License-Identifier: MIT
// What a program in a box may ask of the kernel: a list of the calls that are allowed, whatever is not on it refused.
#pragma once

namespace atelier::box {

/// Whose calls are listed.
enum class Caller {
    program,  ///< a student's: files, memory, threads, time; no other process, no other program
    tools,    ///< compilers and linkers, which start each other
};

/// Filters the calls of this process and of all that it becomes, for ever.
///
/// A program may execute one thing: the file open on `program`, a descriptor above its limit on descriptors, which it can
/// therefore never open again. Returns 0, or the errno of what failed; nothing is filtered then.
[[nodiscard]] int filter_system_calls(Caller caller, int program);

}  // namespace atelier::box
