// SPDX-License-Identifier: MIT
// The French for what compilers and linkers commonly say: the first entry that fits, in the tables of explanations/.
#pragma once

#include <string_view>

#include "explanations/table.hpp"

namespace atelier {

/// The explanation of an error of clang 14 or g++ 12, its `text` being what follows « error: », in straight quotes;
/// empty when it is not a common one. `notes` is what the compiler adds to it on the lines that follow. Control characters
/// are made visible.
[[nodiscard]] Explained explanation_of_compiler_error(std::string_view text, std::string_view notes = {});

/// The same for the whole output of a linker (mold, GNU ld), in straight quotes too.
[[nodiscard]] Explained explanation_of_linker_error(std::string_view output);

}  // namespace atelier
