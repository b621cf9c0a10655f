// SPDX-License-Identifier: MIT
// One exercise: what its folder says, read from exercise.toml.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "process.hpp"

namespace atelier {

/// A [[check]] of exercise.toml: one trusted test, and what passing it is worth.
struct CheckInfo {
    std::string name;  ///< that of the TEST_F
    int points = 0;
    std::string title;  ///< French, shown to the student
    int task = 0;       ///< numbered task of README.md that it belongs to
    int hint = 0;       ///< level of the hint that helps most, 0: none
};

struct Exercise {
    std::string id;                ///< name of the folder: « 01a-ouvrir »
    std::filesystem::path folder;  ///< absolute
    std::string title;
    int level = 1;  ///< stars, 1 to 4
    Limits limits;
    std::vector<CheckInfo> checks;
    std::string answer;  ///< name of the file that students edit: « reponse.cpp » or « reponse.hpp »
    /// Headers that the answer and programme.cpp may include by their name alone: the folder's own, and those of the
    /// course that exercise.toml names under `given`. Sorted by name.
    std::vector<std::filesystem::path> given;

    /// « 01a » for « 01a-ouvrir »: what people type.
    [[nodiscard]] std::string short_id() const;
    /// « 01 » for « 01a-ouvrir ».
    [[nodiscard]] std::string lesson_number() const;
    [[nodiscard]] int max_points() const;
    /// A template's answer is a header, compiled together with programme.cpp.
    [[nodiscard]] bool is_header() const { return answer == "reponse.hpp"; }
};

/// Reads the exercise in `folder`. Throws Error, with file, line and key, when exercise.toml is broken, has a key
/// of another type, or one that nobody knows; when there is not exactly one reponse.cpp or reponse.hpp; or when a header
/// that it gives is missing, or has the name of another.
[[nodiscard]] Exercise load_exercise(const std::filesystem::path& folder);

}  // namespace atelier
