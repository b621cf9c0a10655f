// SPDX-License-Identifier: MIT
// Hostile: the tree of folders that one student sent. Where in it the answers to which exercises are.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "import/refusal.hpp"

namespace atelier {

/// A place of ours for what comes out of archives, as many new folders as are asked for.
class Workspace {
public:
    explicit Workspace(std::filesystem::path folder) : folder_(std::move(folder)) {}
    [[nodiscard]] std::filesystem::path new_folder();

private:
    std::filesystem::path folder_;
    int count_ = 0;
};

/// What is looked for: names of folders, and what they may hold.
class ExerciseNames {
public:
    /// All those of `catalog`; `only`, when not null, is the one exercise that a file outside its folder may answer.
    ExerciseNames(const Catalog& catalog, const Exercise* only);

    /// The exercise whose folder may have this name, its id or its short id; null when it is another folder.
    [[nodiscard]] const Exercise* named(const std::string& folder) const;
    [[nodiscard]] const Exercise* only() const { return only_; }

private:
    std::map<std::string, const Exercise*> by_name_;
    const Exercise* only_;
};

/// Where one student's answers are.
struct ExercisePlaces {
    std::map<std::string, std::filesystem::path>
        answers;  ///< by the exercise's id: a folder or a file for read_answer()
    std::vector<Refusal> refused;
};

/// One thing that a student sent: a folder, an archive or a file, and how it is shown.
struct Root {
    std::filesystem::path path;
    std::string shown;
    bool is_unpacked = false;  ///< it came out of an archive of the student's: no other is opened in it
};

/// Looks for exercises' folders in all of `roots`, level by level, six deep, in at most `most_folders`. The one nearest to the top counts, those below it
/// are refused; two on one level are both refused. Links are never followed, hidden folders never entered; where there is
/// a folder `travail`, its neighbours (`exercises`, `solutions`...) are the course's and not entered. An archive is a folder, at its
/// place, unpacked in `workspace`. Throws Error for a fault of ours only.
[[nodiscard]] ExercisePlaces find_places(const ExerciseNames& exercises, const std::vector<Root>& roots,
                                         Workspace& workspace, std::size_t most_folders = 2'000);

}  // namespace atelier
