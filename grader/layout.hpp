// SPDX-License-Identifier: MIT
// The rules that an exercise's files must keep, whatever its answers are worth: names, texts, marks, numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalog.hpp"

namespace atelier {

/// What the starter of an exercise has where students write.
inline constexpr std::string_view starter_mark = "À COMPLÉTER";

/// An answer of ours that is wrong on purpose.
struct WrongAnswer {
    std::string name;  ///< of its folder: « sans-create »
    std::filesystem::path folder;
    std::string check;  ///< the check it must lose, from its first line « // Échoue : NomDuCheck »
};

/// The wrong answers to `exercise`, by name.
[[nodiscard]] std::vector<WrongAnswer> wrong_answers(const Catalog& catalog, const Exercise& exercise);

/// The folders of the other right answers to `exercise`, by name.
[[nodiscard]] std::vector<std::filesystem::path> variants(const Catalog& catalog, const Exercise& exercise);

/// A French sentence for each rule that the files of `exercise` and of its solutions break.
[[nodiscard]] std::vector<std::string> layout_problems(const Catalog& catalog, const Exercise& exercise);

/// A French sentence for each folder of solutions/ that belongs to no exercise.
[[nodiscard]] std::vector<std::string> orphan_solutions(const Catalog& catalog);

}  // namespace atelier
