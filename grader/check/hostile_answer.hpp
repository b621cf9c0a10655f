// SPDX-License-Identifier: MIT
// What came of SQL run on a hostile file, and the bytes by which one process tells another.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "check/value.hpp"

namespace atelier::check {

/// A table, which carries a French reason when the file is to blame, or our own mistake.
struct HostileAnswer {
    Table table;
    std::string fault;  ///< English, for the author of the check: SQL that no database would take
};

[[nodiscard]] std::string to_bytes(const HostileAnswer& answer);

/// The answer that `bytes` tell; nothing when to_bytes() would not have written them. Whoever wrote them read a hostile
/// file: they may be anything.
[[nodiscard]] std::optional<HostileAnswer> from_bytes(std::string_view bytes);

}  // namespace atelier::check
