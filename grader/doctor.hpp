// SPDX-License-Identifier: MIT
// What this machine offers: compiler, linker, sandbox tier; what is missing, and how to get it.
#pragma once

#include <string>
#include <vector>

namespace atelier {

struct Diagnosis {
    std::string tier;
    std::string compiler;  ///< path and version
    std::string linker;
    std::string sqlite;
    std::string sanitizers;
    std::vector<std::string> problems;  ///< French: what is missing, what that costs, how to get it

    /// As the contract of `doctor --json`.
    [[nodiscard]] std::string json() const;
    /// As people read it.
    [[nodiscard]] std::string text() const;
};

/// Tries everything anew. What is missing is a problem in the Diagnosis; throws Error only when the cache folder cannot
/// be written.
[[nodiscard]] Diagnosis examine();

}  // namespace atelier
