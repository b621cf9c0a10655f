// SPDX-License-Identifier: MIT
// The compiler of answers, and what is made once per machine so that each answer costs little: a precompiled header,
// the probe, the memory that the sanitizers' runtime takes, the sandbox tier that works here.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "sandbox.hpp"

namespace atelier {

/// Programs found on this machine.
struct Tools {
    std::filesystem::path compiler;  ///< clang++ when there is one, g++ otherwise
    bool clang = false;
    std::filesystem::path mold;       ///< empty: the compiler's usual linker
    std::filesystem::path addr2line;  ///< empty: crashes are told without their lines
};

/// Looks for them in the usual places. Throws Error when there is no compiler. ATELIER_COMPILER names another one.
[[nodiscard]] Tools find_tools();

/// The flags that decide what an answer means and what is said of it, whoever reads it: the grader or an editor.
[[nodiscard]] std::vector<std::string> answer_flags();

/// What was prepared for one compiler and one tier. Cheap to copy; the folder outlives the process.
struct Toolchain {
    Tools tools;
    Tier tier = Tier::namespaces;
    std::filesystem::path folder;                          ///< prelude, probe and objects; the same for all gradings
    std::string version;                                   ///< first line of the compiler's --version
    std::size_t sanitizer_bytes = 0;                       ///< what RLIMIT_DATA counts in an empty sanitized program
    std::vector<std::filesystem::path> program_libraries;  ///< the shared libraries that programs need to run

    /// The compiler's command line up to the files, as typed in `box`, which must show `folder`.
    [[nodiscard]] std::vector<std::string> compile_arguments(const Box& box) const;
    /// The linker's, up to the objects.
    [[nodiscard]] std::vector<std::string> link_arguments(const Box& box) const;
    /// What follows the objects.
    [[nodiscard]] std::vector<std::string> libraries() const;
    /// A box in `work` (writable, seen as `inside`) that shows `folder` as /atelier.
    [[nodiscard]] Box box(const std::filesystem::path& work, const std::string& inside, bool tools) const;
};

/// Limits within which something is compiled or linked.
[[nodiscard]] Limits compile_limits();

/// Prepares the machine, or finds it prepared (then it costs a millisecond). `wanted` imposes a tier, else the best
/// that works is taken. Two processes may call it at once. Throws Error when there is no compiler, when the cache
/// folder cannot be written, or when `wanted` does not work here.
[[nodiscard]] Toolchain prepare_toolchain(const Tier* wanted = nullptr);

/// What stops `tier` from working here, as it was told; empty when it works.
[[nodiscard]] std::string why_not(Tier tier);

}  // namespace atelier
