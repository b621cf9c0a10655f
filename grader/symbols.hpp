// SPDX-License-Identifier: MIT
// The names that an object file defines: how an answer is caught taking the place of sqlite3_step, malloc or main.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// The global and weak symbols defined by the 64-bit ELF object `bytes`, in its order. The object is hostile: whatever
/// it holds, nothing is read outside of `bytes`; one that makes no sense has no symbols.
[[nodiscard]] std::vector<std::string> defined_symbols(std::string_view bytes);

/// The first of `symbols` that an answer has no right to define, because the program, the C library, SQLite or the
/// sanitizers define it; empty when there is none. C++ names (mangled) belong to the answer, operator new and
/// delete excepted.
[[nodiscard]] std::string forbidden_symbol(const std::vector<std::string>& symbols);

}  // namespace atelier
