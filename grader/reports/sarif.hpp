// SPDX-License-Identifier: MIT
// What compilers and sanitizers found on students' lines, as SARIF 2.1.0, which code hosts and editors read.
#pragma once

#include <cstddef>

#include "class_results.hpp"
#include "files.hpp"

namespace atelier {

/// One run, at most `most_results` results, of which readers take no more; how many were left out is said in it. A file is named
/// by its place in what the student handed in, below a folder named after the student when there are several.
void write_sarif(const ClassResults& results, const Sink& out, std::size_t most_results);

/// The same with the bound that readers have, 25,000.
void write_sarif(const ClassResults& results, const Sink& out);

}  // namespace atelier
