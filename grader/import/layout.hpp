// SPDX-License-Identifier: MIT
// Hostile: names of folders. How a class's folder is laid out, seen by looking at it, and which parts of it are whose.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "import/exercise_places.hpp"
#include "import/refusal.hpp"

namespace atelier {

enum class ClassLayout {
    folder_per_student,  ///< or an archive a student
    moodle,              ///< « Télécharger tous les travaux remis », unpacked
    github_classroom,    ///< `gh classroom clone`: SLUG-submissions/SLUG-LOGIN
    git_clones,          ///< clones in groups in groups, as of a GitLab group
    gradescope,          ///< submission/ beside submission_metadata.json: one student
    one_submission,      ///< exercises' folders, or `travail`, at the top: one student
};

/// How a layout is called, in French.
[[nodiscard]] std::string name_of(ClassLayout layout);

/// What one student sent, before it is looked into.
struct StudentRoots {
    std::string student;    ///< to be shown: UTF-8, and no more than that
    std::string key;        ///< what the school's system knows the student by: Moodle's id, a login, an address
    std::string handed_in;  ///< as utc_moment(); empty when nobody said
    std::vector<Root> roots;
};

struct RecognisedClass {
    ClassLayout layout = ClassLayout::folder_per_student;
    std::vector<StudentRoots> students;  ///< sorted by the bytes of their names, which are unique
    std::vector<Refusal> refused;
};

/// The class in `folder`, called `name`. In a folder that `is_unpacked`, one lone folder may be around the class. Links are not
/// followed. Throws Error when the folder cannot be read.
[[nodiscard]] RecognisedClass recognised_class(const ExerciseNames& exercises, const std::filesystem::path& folder,
                                               const std::string& name, bool is_unpacked);

}  // namespace atelier
