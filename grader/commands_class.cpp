// SPDX-License-Identifier: MIT
// The commands for a class: grading what everybody handed in, and a demonstration of it.

#include <algorithm>

#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "error.hpp"
#include "files.hpp"
#include "grade.hpp"
#include "message.hpp"
#include "reports/terminal.hpp"
#include "submissions.hpp"
#include "utf8.hpp"
#include "work.hpp"

namespace atelier {

int command_grade(const CommonOptions& common, const GradeOptions& options)
{
    const Catalog catalog = catalog_of(common);
    if (options.submissions.empty() || options.out.empty()) {
        throw UsageError(tr("nommez le dossier des copies, et celui des résultats après --out"));
    }
    std::vector<Submission> submissions = find_submissions(fs::absolute(options.submissions));
    const std::vector<const Exercise*> exercises =
        options.only.empty() ? answered_exercises(catalog, submissions) : chosen_exercises(catalog, options.only);
    const fs::path out = fs::absolute(options.out);
    make_folder(out);
    require_room(out);  // better said now than after an hour
    const Grading grading = grading_of(common);
    if (grading.toolchain.tier == Tier::none && !options.without_sandbox) {
        throw Error(tr(
            "Sans bac à sable, les copies pourraient lire et modifier vos fichiers, et celles des autres. « ./atelier doctor » dit ce qui manque. "
            "Pour passer outre, à vos risques et périls : --let-submissions-reach-my-files"));
    }
    grade_submissions(submissions, exercises, grading, options.workers, [&](std::size_t done) {
        show_progress(tr("Correction :"), done, submissions.size() * exercises.size());
    });
    write_file_durably(out / "results.json", results_json(submissions, grading));
    print(common.json ? results_json(submissions, grading) : results_table(submissions, exercises));
    if (!common.json) {
        print(tr("\nBac à sable : {}. Détail : {}\n", name_of(grading.toolchain.tier), as_typed(out / "results.json")));
    }
    const bool perfect = std::all_of(submissions.begin(), submissions.end(),
                                     [](const Submission& s) { return s.points() == s.max_points(); });
    return perfect ? 0 : 1;
}

int command_demo(const CommonOptions& common)
{
    const Catalog catalog = catalog_of(common);
    const fs::path class_folder = catalog.root / "examples" / "classe-demo";
    std::vector<Submission> submissions = find_submissions(class_folder);
    const std::vector<const Exercise*> exercises = answered_exercises(catalog, submissions);
    const Grading grading = grading_of(common);
    print(tr(
        "La classe de démonstration ({}) a rendu {} copies. Chaque réponse est compilée, exécutée dans le bac à sable, puis vérifiée de l'extérieur.\n\n",
        as_typed(class_folder), submissions.size()));
    grade_submissions(submissions, exercises, grading, 0, [&](std::size_t done) {
        show_progress(tr("Correction :"), done, submissions.size() * exercises.size());
    });
    print(results_table(submissions, exercises));
    for (const Submission& submission : submissions) {
        for (std::size_t i = 0; i < exercises.size(); ++i) {
            const Verdict& verdict = submission.verdicts[i];
            if (!verdict.is_perfect() && verdict.outcome != VerdictOutcome::no_answer) {
                print("\n" + visible(submission.student) + " — " +
                      report_for_terminal(
                          verdict, *exercises[i],
                          {.colour = wants_colour(), .answer = {}, .elsewhere = false, .only_first_failure = true}));
            }
        }
    }
    print(tr("\nÀ vous : ./atelier check 00 (bac à sable : {})\n", name_of(grading.toolchain.tier)));
    return 0;
}

}  // namespace atelier
