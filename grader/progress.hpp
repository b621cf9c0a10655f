// SPDX-License-Identifier: MIT
// What the student has passed, kept in a hidden file of their work folder: a memory for display, never a proof.
//
// travail/.progression.json: {"last": ID, "exercises": {ID: {"passed", "best_points", "max_points", "answer_sha256",
// "replay", "hint"}}}.
// `answer_sha256` names the bytes that passed last. Keys that we do not know stay. Deleting the file loses nothing that
// `check` does not find again.
#pragma once

#include <map>
#include <string>

#include "catalog.hpp"
#include "verdict.hpp"

namespace atelier {

/// What is known of one exercise.
struct Record {
    bool passed = false;        ///< once is enough: it is never taken back
    int best_points = 0;        ///< of `max_points`
    int max_points = 0;         ///< what the exercise was worth then; 0: never graded
    std::string answer_sha256;  ///< of the answer that passed last; empty: none did
    std::string replay;         ///< command that plays the first check lost last time; empty: none was, or none does
    int hint = 0;               ///< level of the hint for the first check that the last verdict lost; 0: none
};

struct Progress {
    std::map<std::string, Record> records;  ///< by the exercise's id
    std::string last;                       ///< id of the exercise worked on last; empty: not known
    std::string problem;                    ///< a sentence for the student when the file could not be read; else empty

    [[nodiscard]] bool has_passed(const Exercise& exercise) const;
};

enum class Stage { untouched, begun, passed };

/// The progress of this student, who may have none yet. Never throws: a file that cannot be understood is kept aside,
/// under a name that `problem` tells, and progress begins anew.
[[nodiscard]] Progress read_progress(const Catalog& catalog) noexcept;

/// The same, when one exercise is all that is asked.
[[nodiscard]] bool has_passed(const Catalog& catalog, const Exercise& exercise) noexcept;

/// Remembers `verdict`, whole or not at all, even when several processes do so at once; and, when told so, that this is
/// what the student is working on. Returns a sentence for them when it could not, empty otherwise: a verdict is worth
/// telling even if it cannot be remembered.
[[nodiscard]] std::string remember(const Catalog& catalog, const Verdict& verdict, bool is_worked_on) noexcept;

[[nodiscard]] Stage stage_of(const Catalog& catalog, const Progress& progress, const Exercise& exercise);

/// The first exercise not passed from the last one on, then from the first one on; null when all are passed.
[[nodiscard]] const Exercise* next_exercise(const Catalog& catalog, const Progress& progress);

}  // namespace atelier
