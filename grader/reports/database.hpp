// SPDX-License-Identifier: MIT
// A database before and after a run, as a student reads it: tables whose rows say in words what became of them.
#pragma once

#include <string>

#include "table_difference.hpp"

namespace atelier {

struct DatabaseLook {
    int width = 80;
    bool plain = false;           ///< a line for each row instead of a drawing
    bool tells_unchanged = true;  ///< say so when nothing changed; else nothing
};

/// What the run did to the database `name`: a sentence when that is nothing, else its tables, bounded. Rows that stayed
/// are shown in small tables only. Ends with a newline; empty when the file was never there, or when there is nothing to tell.
[[nodiscard]] std::string database_for_terminal(const std::string& name, const DatabaseSnapshot& before,
                                                const DatabaseSnapshot& after, const DatabaseLook& look);

}  // namespace atelier
