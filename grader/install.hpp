// SPDX-License-Identifier: MIT
// Where the pieces of Atelier are on this machine.
#pragma once

#include <filesystem>

namespace atelier {

/// The root of the project: ATELIER_RACINE, else where it was built.
[[nodiscard]] std::filesystem::path project_folder();

/// The folder of our executables.
[[nodiscard]] std::filesystem::path program_folder();

/// Where what is prepared for this machine is kept: /var/cache/atelier for root, whose programs run as somebody else
/// and must reach it, else $XDG_CACHE_HOME/atelier or ~/.cache/atelier. Throws Error when none is known.
[[nodiscard]] std::filesystem::path cache_folder();

}  // namespace atelier
