// SPDX-License-Identifier: MIT
// The tables of a gradebook, documented where they are made: « sqlite3 carnet.db .schema » tells people what each column is.
#pragma once

#include <string>

namespace atelier {

/// What marks a file as a gradebook (PRAGMA application_id), and says which tables it has (PRAGMA user_version).
inline constexpr int gradebook_application = 0x41744C72;
inline constexpr int gradebook_version = 1;

/// Makes the tables and the views. Empty files only.
[[nodiscard]] const char* gradebook_schema();

/// What forbids changing or removing what was written; and what allows it again, for a purge.
[[nodiscard]] std::string gradebook_seals();
[[nodiscard]] std::string gradebook_unseals();

}  // namespace atelier
