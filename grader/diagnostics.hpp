// SPDX-License-Identifier: MIT
// What a compiler or a linker said, told to a student: where in their file, what it means in French, then the words
// of the tool themselves.
#pragma once

#include <string>
#include <string_view>

namespace atelier {

/// The first error of a compiler's `output` that stands in, or comes from, the file `answer` (« reponse.cpp »), with
/// its French explanation when it is a common one; then the whole output, cut to a readable length. Control
/// characters are made visible. Understands clang 14 and g++ 12 in the C locale.
[[nodiscard]] std::string explain_compiler(std::string_view output, std::string_view answer);

/// The same for a linker's output (mold, GNU ld).
[[nodiscard]] std::string explain_linker(std::string_view output, std::string_view answer);

}  // namespace atelier
