// SPDX-License-Identifier: MIT
#include "import/collection.hpp"

#include <algorithm>

#include "error.hpp"
#include "import/archive.hpp"
#include "import/entry_name.hpp"
#include "message.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// The folder to look into, and what it is called.
struct Opened {
    fs::path folder;
    std::string name;
    bool is_unpacked = false;
};

/// `source` itself, or what came out of it.
Opened opened(const fs::path& source, Workspace& workspace, std::vector<Refusal>& refused)
{
    std::error_code code;
    const fs::path whole = fs::canonical(source, code);  // the teacher's own links are followed
    if (code) {
        errno = code.value();
        throw system_error(tr("Impossible de lire {}", visible(source.string())));
    }
    const std::string name = whole.filename().string();
    if (fs::is_directory(whole)) {
        return {whole, name, false};
    }
    const fs::path folder = workspace.new_folder();
    const std::vector<Refusal> problems = unpack(whole, visible(name), folder, ArchiveOf::a_class, true);
    if (names_in(folder).empty()) {
        throw Error(
            problems.empty()
                ? tr("{} ne contient aucune copie. Il faut un dossier par étudiant, et dedans un dossier par exercice (par exemple alice/01a-ouvrir/reponse.cpp).",
                     visible(name))
                : tr("{} ne se laisse pas ouvrir : {}.", problems.front().where, problems.front().reason));
    }
    refused.insert(refused.end(), problems.begin(), problems.end());
    return {folder, without_archive_ending(name), true};
}

}  // namespace

Answer Submission::answer_to(const Exercise& exercise) const
{
    const auto place = answers.find(exercise.id);
    if (place != answers.end()) {
        return read_answer(exercise, place->second);
    }
    return {.source = {},
            .problem = tr("Il n'y a pas de fichier {} : c'est là que s'écrit votre réponse.", exercise.answer)};
}

Collection collect(const Catalog& catalog, const fs::path& source, const Exercise* only)
{
    Collection collection;
    collection.unpacked = std::make_shared<TemporaryFolder>();
    Workspace workspace(collection.unpacked->path());
    const ExerciseNames exercises(catalog, only);
    const Opened from = opened(source, workspace, collection.refused);
    RecognisedClass recognised = recognised_class(exercises, from.folder, from.name, from.is_unpacked);
    collection.layout = recognised.layout;
    collection.refused.insert(collection.refused.end(), recognised.refused.begin(), recognised.refused.end());
    for (StudentRoots& student : recognised.students) {
        ExercisePlaces places = find_places(exercises, student.roots, workspace);
        collection.refused.insert(collection.refused.end(), places.refused.begin(), places.refused.end());
        collection.submissions.push_back({std::move(student.student), std::move(student.key),
                                          std::move(student.handed_in), std::move(places.answers)});
    }
    if (collection.submissions.empty()) {
        throw Error(tr(
            "{} ne contient aucune copie. Il faut un dossier par étudiant, et dedans un dossier par exercice (par exemple alice/01a-ouvrir/reponse.cpp).",
            visible(source.string())));
    }
    return collection;
}

std::vector<const Exercise*> answered_exercises(const Catalog& catalog, const std::vector<Submission>& submissions)
{
    std::vector<const Exercise*> answered;
    for (const Exercise& exercise : catalog.exercises) {
        if (std::any_of(submissions.begin(), submissions.end(),
                        [&](const Submission& submission) { return submission.answers.contains(exercise.id); })) {
            answered.push_back(&exercise);
        }
    }
    if (answered.empty()) {
        throw Error(tr(
            "Aucune copie ne contient de réponse. Chaque réponse se range dans un dossier du nom de l'exercice (par exemple alice/01a-ouvrir/reponse.cpp)."));
    }
    return answered;
}

}  // namespace atelier
