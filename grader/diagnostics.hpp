// SPDX-License-Identifier: MIT
// What a compiler or a linker said, told to a student: where in their file, what it means in French, then the words
// of the tool themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace atelier {

/// What is told, and what it rests on.
struct Diagnosis {
    std::string text;           ///< French, then the tool's own words
    std::string explanation;    ///< name of the explanation (explanations/table.hpp); empty when there was none
    int line = 0;               ///< of the answer, from 1; 0: not known
    int column = 0;             ///< the same, as the tool counts
    std::string sentence = {};  ///< the French alone, without the place
};

/// The first error of a compiler's `output` that stands in, or comes from, the file `answer` (« reponse.cpp »), with
/// its French explanation when it is a common one; then the whole output, cut to a readable length. Control
/// characters are made visible. Understands clang 14 and g++ 12 in the C locale.
[[nodiscard]] Diagnosis diagnose_compiler(std::string_view output, std::string_view answer);

/// The same for a linker's output (mold, GNU ld). `defined` are the names, as objects have them, that the answer defines.
[[nodiscard]] Diagnosis diagnose_linker(std::string_view output, std::string_view answer,
                                        const std::vector<std::string>& defined = {});

/// Their texts alone.
[[nodiscard]] std::string explain_compiler(std::string_view output, std::string_view answer);
[[nodiscard]] std::string explain_linker(std::string_view output, std::string_view answer);

}  // namespace atelier
