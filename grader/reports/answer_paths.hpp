// SPDX-License-Identifier: MIT
// Where students' answers stand, for systems that show findings beside the lines of a repository.
#pragma once

#include <cstddef>
#include <string>

#include "class_results.hpp"

namespace atelier {

/// Where the answer of `student` to the exercise number `index` stands in what was handed in: relative, with « / » between its
/// parts, and never out of it. When nobody said, where the course puts it.
[[nodiscard]] std::string path_of_answer(const ClassResults& results, const StudentResult& student, std::size_t index);

}  // namespace atelier
