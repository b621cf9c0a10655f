// SPDX-License-Identifier: MIT
// Which grader this is: two machines whose answers agree give the same verdicts.
#pragma once

#include <string>

namespace atelier {

/// « 0.1.0 ».
[[nodiscard]] std::string grader_version();

/// The SHA-256 of all the sources of grader/, as they were when this program was built.
[[nodiscard]] std::string grader_sources();

}  // namespace atelier
