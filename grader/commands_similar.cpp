// SPDX-License-Identifier: MIT
// The command that shows which answers of a class resemble each other.

#include <algorithm>

#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "error.hpp"
#include "files.hpp"
#include "import/collection.hpp"
#include "message.hpp"
#include "similarity/exports.hpp"
#include "similarity/in_class.hpp"
#include "similarity/told.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// The exercises that somebody answers.
std::vector<const Exercise*> answered(const Catalog& catalog, const std::vector<Submission>& submissions)
{
    std::vector<const Exercise*> exercises;
    for (const Exercise& exercise : catalog.exercises) {
        if (std::any_of(submissions.begin(), submissions.end(),
                        [&](const Submission& s) { return s.answers.contains(exercise.id); })) {
            exercises.push_back(&exercise);
        }
    }
    return exercises;
}

}  // namespace

int command_similar(const CommonOptions& common, const SimilarOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const std::vector<const Exercise*> asked =
        options.only.empty() ? std::vector<const Exercise*>() : chosen_exercises(catalog, options.only);
    const Collection collection =
        collect(catalog, fs::absolute(options.submissions), asked.size() == 1 ? asked.front() : nullptr);
    const std::vector<Submission>& submissions = collection.submissions;
    const std::vector<const Exercise*> exercises = asked.empty() ? answered(catalog, submissions) : asked;
    for (const Refusal& refusal : collection.refused) {
        warn(tr("{}\u00A0: {}.", refusal.where, refusal.reason));
    }
    if (!options.jplag.empty() || !options.dolos.empty()) {
        const std::vector<std::string> commands =
            options.jplag.empty() ? export_for_dolos(submissions, exercises, fs::absolute(options.dolos))
                                  : export_for_jplag(submissions, exercises, fs::absolute(options.jplag));
        if (commands.empty()) {
            throw Error(tr("Aucune copie ne contient de réponse à ces exercices."));
        }
        for (const std::string& command : commands) {
            print(visible(command) + "\n");
        }
        return 0;
    }
    const std::vector<ExerciseSimilarity> found =
        similar_in_class(catalog, submissions, exercises, [&](std::size_t done) {
            show_progress(tr("Comparaison des réponses\u00A0:"), done, exercises.size());
        });
    print(common.json ? json_text(similarity_json(found)) : similarity_text(found));
    return 0;  // whatever was found: it is for a person to judge
}

}  // namespace atelier
