// SPDX-License-Identifier: MIT
// A piece of our own code run in a process of its own, because what it works on may make it crash or never end.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <string_view>

namespace atelier::check {

/// What came back from a child process.
struct Reply {
    enum class End { told, out_of_time, died };
    End end = End::told;
    std::string bytes;  ///< what the work returned; empty unless told
};

/// Calls `work` in a child of this process and waits for the bytes it returns. It may use `processor_time`, and six times
/// as much by the clock; then it is killed. An exception of `work` counts as a death. Call it while this process has one
/// thread only. Throws Error when no process can be made.
[[nodiscard]] Reply in_child(const std::function<std::string()>& work, std::chrono::seconds processor_time);

/// Takes a piece of what is told.
using Tell = std::function<void(std::string_view)>;

/// The same for a work that tells as it goes: `hear` gets all of it, in order and cut anywhere, up to where the child died. What `hear`
/// throws ends the child, and goes on from here.
[[nodiscard]] Reply::End in_child(const std::function<void(const Tell&)>& work, std::chrono::seconds processor_time,
                                  const Tell& hear);

}  // namespace atelier::check
