// SPDX-License-Identifier: MIT
// The French for what compilers and linkers commonly say: tables of patterns. Adding a sentence is adding a line.
#pragma once

#include <string>
#include <string_view>

namespace atelier {

/// The explanation of an error of clang 14 or g++ 12, its `text` being what follows « error: », in straight quotes;
/// empty when it is not a common one. `notes` is what the compiler adds to it on the lines that follow. Control characters
/// are made visible.
[[nodiscard]] std::string explanation_of_compiler_error(std::string_view text, std::string_view notes = {});

/// The same for the whole output of a linker (mold, GNU ld), in straight quotes too.
[[nodiscard]] std::string explanation_of_linker_error(std::string_view output);

}  // namespace atelier
