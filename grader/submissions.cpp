// SPDX-License-Identifier: MIT
#include "submissions.hpp"

#include <algorithm>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "sha256.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// A student's name as text: a folder's name may be none.
std::string name_of_student(const std::string& bytes)
{
    return is_valid_utf8(bytes) ? bytes : fmt::format("{} ({})", visible(bytes), sha256(bytes).substr(0, 8));
}

}  // namespace

std::vector<Submission> find_submissions(const fs::path& folder)
{
    std::vector<Submission> submissions;
    for (const std::string& name : names_in(folder)) {
        if (name.front() != '.' && fs::is_directory(fs::symlink_status(folder / name))) {
            submissions.push_back({.student = name_of_student(name), .folder = folder / name});
        }
    }
    if (submissions.empty()) {
        throw Error(tr(
            "{} ne contient aucune copie. Il faut un dossier par étudiant, et dedans un dossier par exercice (par exemple alice/01a-ouvrir/reponse.cpp).",
            folder.string()));
    }
    return submissions;
}

std::vector<const Exercise*> answered_exercises(const Catalog& catalog, const std::vector<Submission>& submissions)
{
    std::vector<const Exercise*> answered;
    for (const Exercise& exercise : catalog.exercises) {
        const bool by_somebody = std::any_of(submissions.begin(), submissions.end(), [&](const Submission& s) {
            return fs::exists(fs::symlink_status(answer_folder(s, exercise)));
        });
        if (by_somebody) {
            answered.push_back(&exercise);
        }
    }
    if (answered.empty()) {
        throw Error(tr(
            "Aucune copie ne contient de réponse. Chaque réponse se range dans un dossier du nom de l'exercice (par exemple alice/01a-ouvrir/reponse.cpp)."));
    }
    return answered;
}

fs::path answer_folder(const Submission& submission, const Exercise& exercise)
{
    const fs::path by_short_id = submission.folder / exercise.short_id();
    return fs::is_directory(fs::symlink_status(by_short_id)) ? by_short_id : submission.folder / exercise.id;
}

}  // namespace atelier
