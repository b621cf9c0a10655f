// SPDX-License-Identifier: MIT
// The command that shows our answer beside the student's, once theirs has passed.

#include <algorithm>

#include "answer.hpp"
#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "comparison_view.hpp"
#include "console.hpp"
#include "error.hpp"
#include "files.hpp"
#include "layout.hpp"
#include "message.hpp"
#include "nearest.hpp"
#include "progress.hpp"
#include "show.hpp"
#include "utf8.hpp"
#include "work.hpp"

namespace atelier {

namespace {

std::vector<std::string> names_of_variants(const Catalog& catalog, const Exercise& exercise)
{
    std::vector<std::string> names;
    for (const fs::path& folder : variants(catalog, exercise)) {
        names.push_back(folder.filename().string());
    }
    return names;
}

/// Where the answer called `variant` is; the reference when it has no name. Throws UsageError for an unknown one.
fs::path place_of(const Catalog& catalog, const Exercise& exercise, const std::string& variant)
{
    const fs::path folder = catalog.solutions_of(exercise);
    const std::vector<std::string> names = names_of_variants(catalog, exercise);
    if (variant.empty()) {
        return folder / exercise.answer;
    }
    if (names.empty()) {
        throw UsageError(tr("L'exercice {} n'a pas d'autre bonne réponse que la solution.", exercise.short_id()));
    }
    if (std::find(names.begin(), names.end(), variant) == names.end()) {
        throw UsageError(
            tr("L'exercice {} n'a pas de variante «\u00A0{}\u00A0». Vouliez-vous dire «\u00A0{}\u00A0»\u00A0?",
               exercise.short_id(), visible(variant), nearest(variant, names)));
    }
    return folder / "right" / variant / exercise.answer;
}

std::string other_answers(const Exercise& exercise, const std::vector<std::string>& names, const std::string& shown)
{
    std::string text;
    for (const std::string& name : names) {
        if (name != shown) {
            text += tr("Une autre bonne réponse\u00A0: ./atelier solution {} {}\n", exercise.short_id(),
                       shell_quoted(name));
        }
    }
    return text +
           (shown.empty() ? std::string() : tr("La solution\u00A0: ./atelier solution {}\n", exercise.short_id()));
}

}  // namespace

int command_solution(const CommonOptions& common, const SolutionOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const Exercise& exercise = catalog.exercise(options.id);
    const std::string id = exercise.short_id();
    const Progress progress = read_progress(catalog);
    warn(progress.problem);
    if (!progress.has_passed(exercise)) {
        print(tr(
            "La solution de {} se montre une fois l'exercice réussi\u00A0: elle vous apprendra plus à ce moment-là.\n",
            id));
        print(tr("D'ici là, un indice\u00A0: ./atelier hint {}\n", id));
        print(tr("Et pour vérifier votre réponse\u00A0: ./atelier check {}\n", id));
        return 1;
    }
    const fs::path ours = place_of(catalog, exercise, options.variant);
    if (!fs::is_regular_file(ours)) {
        throw Error(
            tr("Ce cours est arrivé sans la solution de {}\u00A0; demandez-la à la personne qui vous l'a donné.", id));
    }
    const std::string name = options.variant.empty() ? tr("la solution") : tr("la variante {}", options.variant);
    const Answer mine = read_answer(exercise, work_folder(catalog) / exercise.id);
    const int width = wide_terminal_width();
    const TerminalStyle style{.width = width, .colour = wants_colour(), .hyperlinks = false};
    std::string text = tr("{} · {}", exercise.id, exercise.title) + "\n\n";
    const std::string solution = read_file(ours);
    const std::string own_name = tr("votre réponse");
    const Compared compared{.left_title = own_name, .left = mine.source, .right_title = name, .right = solution};
    if (!mine.problem.empty()) {
        text += visible_lines(mine.problem) + "\n\n" + visible_lines(solution);
    } else if (options.plain) {
        text += compare_in_words(compared) + tr("Le texte entier\u00A0: {}\n", as_typed(ours));
    } else {
        text += compare_for_terminal(compared, style);
    }
    text += "\n" + other_answers(exercise, names_of_variants(catalog, exercise), options.variant);
    if (options.plain) {
        print(text);
    } else {
        page(text);
    }
    return 0;
}

}  // namespace atelier
