// SPDX-License-Identifier: MIT
// The course: its lessons and exercises, found by looking at its folders. Nothing is registered anywhere.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "exercise.hpp"

namespace atelier {

struct Lesson {
    std::string id;              ///< name of the folder: « 01-se-connecter »
    std::filesystem::path text;  ///< its README.md
};

struct Catalog {
    std::filesystem::path root;       ///< holds exercises/, and solutions/ and lessons/ where there are any
    std::vector<Lesson> lessons;      ///< by name
    std::vector<Exercise> exercises;  ///< by name, which is the order of the course

    /// The exercise that `id` begins, or names by its whole short id. Throws UsageError when there is none (and
    /// suggests the nearest) or more than one.
    [[nodiscard]] const Exercise& exercise(std::string_view id) const;
    /// All those that `prefix` begins: « 03 » is lesson 3. Throws UsageError when there is none.
    [[nodiscard]] std::vector<const Exercise*> exercises_of(std::string_view prefix) const;
    /// The same as exercise(), for lessons; « 1 » and « 01 » are the first.
    [[nodiscard]] const Lesson& lesson(std::string_view id) const;
    /// The lesson that teaches `exercise`; null for those that need none.
    [[nodiscard]] const Lesson* lesson_of(const Exercise& exercise) const;
    /// Where our own answers to `exercise` are.
    [[nodiscard]] std::filesystem::path solutions_of(const Exercise& exercise) const
    {
        return root / "solutions" / exercise.id;
    }
};

/// Reads the course in `root`. Throws Error when it has no exercises/ or one of them is broken.
[[nodiscard]] Catalog load_catalog(const std::filesystem::path& root);

}  // namespace atelier
