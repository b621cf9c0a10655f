// SPDX-License-Identifier: MIT
// The C++ extracts of a lesson, compiled and run as the reader would: what the lesson shows is what happens.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "toolchain.hpp"

namespace atelier {

/// How a lesson's block is meant, said by its info string: « cpp », « cpp programme », « cpp déclarations », « cpp refusé ».
enum class ExtractKind {
    fragment,      ///< the body of a main
    program,       ///< a whole file
    declarations,  ///< compiled alone, and ahead of every later extract of the lesson
    refused,       ///< must not compile
};

struct Extract {
    ExtractKind kind = ExtractKind::fragment;
    int line = 0;          ///< of its first line of code, in the lesson
    std::string source;    ///< as shown
    std::string expected;  ///< what the « sortie » block that follows shows; empty when there is none
};

/// The extracts of the lesson `markdown`. Throws Error at an info string that begins with « cpp » and is none of the
/// four, and at a « sortie » that follows no extract.
[[nodiscard]] std::vector<Extract> extracts_of(std::string_view markdown);

/// Compiles and runs `extracts`, in order, all in one folder that is empty at first. They may include `headers` by their name
/// alone, as answers do. A French sentence, with its line, for each that does not do what the lesson shows.
[[nodiscard]] std::vector<std::string> try_extracts(const Toolchain& toolchain, const std::vector<Extract>& extracts,
                                                    const std::vector<std::filesystem::path>& headers = {});

}  // namespace atelier
