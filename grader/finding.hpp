// SPDX-License-Identifier: MIT
// Something that a tool said of one place of an answer: what editors, code hosts and dashboards can show on its line.
#pragma once

#include <string>

namespace atelier {

/// Always of the student's own file.
struct Finding {
    int line = 0;      ///< from 1
    int column = 0;    ///< in characters, from 1; 0: not known
    std::string rule;  ///< a name for what it is, of a-z, 0-9 and « - »: « point-virgule », « heap-use-after-free »
    std::string message;  ///< French, one or more lines; may quote the student

    [[nodiscard]] bool is_like(const Finding& other) const
    {
        return line == other.line && column == other.column && rule == other.rule;
    }
};

}  // namespace atelier
