// SPDX-License-Identifier: MIT
// The commands for a student: where they are, what their answers are worth, lessons and hints.

#include <algorithm>
#include <ctime>

#include "catalog.hpp"
#include "code_lines.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "error.hpp"
#include "files.hpp"
#include "grade.hpp"
#include "markdown.hpp"
#include "markdown_terminal.hpp"
#include "message.hpp"
#include "progress.hpp"
#include "reports/terminal.hpp"
#include "show.hpp"
#include "utf8.hpp"
#include "work.hpp"

namespace atelier {

namespace {

/// The hints of an indices.md, from the first: what stands under each heading of level 2, heading included.
std::vector<std::string> hints_in(const std::string& text)
{
    std::vector<int> starts;
    for (const Heading& heading : headings(text)) {
        if (heading.level == 2) {
            starts.push_back(heading.line);
        }
    }
    std::vector<std::string> hints(starts.size());
    int number = 0;
    for (const std::string_view line : lines_of(text)) {
        ++number;
        const auto after = std::upper_bound(starts.begin(), starts.end(), number) - starts.begin();
        if (after > 0) {
            hints[static_cast<std::size_t>(after - 1)] += std::string(line) + '\n';
        }
    }
    return hints;
}

/// The hint to show when none is asked for: that of the first check that the last verdict lost, else the lightest.
int level_for(const Progress& progress, const Exercise& exercise)
{
    const auto found = progress.records.find(exercise.id);
    return found == progress.records.end() ? 1 : std::max(1, found->second.hint);
}

TerminalStyle terminal_style()
{
    return {.width = std::min(terminal_width(), 80), .colour = wants_colour(), .hyperlinks = wants_colour()};
}

/// The contract of `list --json`.
const char* name_of(Stage stage)
{
    switch (stage) {
        case Stage::passed: return "passed";
        case Stage::begun: return "begun";
        default: return "new";
    }
}

std::string words_of(Stage stage)
{
    switch (stage) {
        case Stage::passed: return tr("réussi");
        case Stage::begun: return tr("commencé");
        default: return tr("à faire");
    }
}

/// The progress, after a word about what is wrong with it.
Progress told_progress(const Catalog& catalog)
{
    Progress progress = read_progress(catalog);
    warn(progress.problem);
    return progress;
}

/// Where to read what is asked, and about what it is.
std::string reading(const Catalog& catalog, const Exercise& exercise)
{
    const Lesson* lesson = catalog.lesson_of(exercise);
    return tr("Son énoncé : {}\n", as_typed(exercise.folder / "README.md")) +
           (lesson == nullptr ? "" : tr("Sa leçon : ./atelier lesson {}\n", lesson->id.substr(0, 2)));
}

std::string all_passed() { return tr("Tous les exercices sont réussis. Bravo !\n"); }

}  // namespace

int command_home(const CommonOptions& common)
{
    const Catalog catalog = catalog_of(common);
    const Progress progress = told_progress(catalog);
    const auto count = [&](Stage stage) {
        return std::count_if(catalog.exercises.begin(), catalog.exercises.end(),
                             [&](const Exercise& e) { return stage_of(catalog, progress, e) == stage; });
    };
    print(tr("Atelier : les bases de données en C++\n\n"));
    print(tr("Exercices : {} ; réussis : {} ; commencés : {}.\n", catalog.exercises.size(), count(Stage::passed),
             count(Stage::begun)));
    if (const Exercise* next = next_exercise(catalog, progress)) {
        print(tr("Pour continuer : ./atelier check {} ({})\n", next->short_id(), next->title));
        print(tr("Ou, pour vérifier chaque fois que vous enregistrez\u00A0: ./atelier watch {}\n", next->short_id()));
        print(reading(catalog, *next));
    } else {
        print(all_passed());
    }
    print(tr("Tous les exercices : ./atelier list\nToutes les commandes : ./atelier --help\n"));
    return 0;
}

int command_next(const CommonOptions& common)
{
    const Catalog catalog = catalog_of(common);
    const Exercise* next = next_exercise(catalog, told_progress(catalog));
    if (next == nullptr) {
        print(all_passed());
        return 0;
    }
    const fs::path folder = begin_exercise(catalog, *next);
    print(tr("{} · {}", next->id, next->title) + '\n');
    print(reading(catalog, *next));
    print(tr("Votre réponse : {}\n", as_typed(folder / next->answer)));
    print(tr("Pour la vérifier : ./atelier check {}\n", next->short_id()));
    return 0;
}

int command_reset(const CommonOptions& common, const std::string& id)
{
    const Catalog catalog = catalog_of(common);
    const Exercise& exercise = catalog.exercise(id);
    const KeptFiles kept = reset_exercise(catalog, exercise, std::time(nullptr));
    print(tr("{} est revenu à son point de départ.\n", as_typed(work_folder(catalog) / exercise.id / exercise.answer)));
    for (const fs::path& file : kept) {
        print(tr("Ce que vous aviez écrit est gardé dans {}\n", as_typed(file)));
    }
    return 0;
}

int command_check(const CommonOptions& common, const CheckOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const std::vector<const Exercise*> exercises = chosen_exercises(catalog, options.ids);
    if (!options.answer.empty() && exercises.size() != 1) {
        throw UsageError(tr("--answer veut un seul exercice : ./atelier check ID --answer CHEMIN"));
    }
    if (!options.answer.empty() && !fs::exists(fs::symlink_status(options.answer))) {
        throw UsageError(tr("{} n'existe pas ; vérifiez le chemin donné à --answer", visible(options.answer)));
    }
    const Grading grading = grading_of(common);
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    const bool remembered = options.answer.empty() && is_remembered(common, catalog);
    bool perfect = true;
    for (const Exercise* exercise : exercises) {
        const bool first_time = options.answer.empty() && !has_begun(catalog, *exercise);
        const fs::path answer =
            options.answer.empty() ? begin_exercise(catalog, *exercise) : fs::absolute(options.answer);
        if (first_time && !common.json) {
            print(tr("Énoncé : {}\n", as_typed(exercise->folder / "README.md")));
        }
        const Verdict verdict = grade_answer(grading, *exercise, answer);
        perfect = perfect && verdict.is_perfect();
        if (remembered) {
            warn(remember(catalog, verdict, exercises.size() == 1));
        }
        if (common.json) {
            all.push_back(to_json(verdict));
            continue;
        }
        const std::string typed = as_typed(options.answer.empty() ? answer / exercise->answer : answer);
        print((exercise == exercises.front() ? "" : "\n") + report_for_terminal(verdict, *exercise,
                                                                                {.colour = wants_colour(),
                                                                                 .answer = typed,
                                                                                 .elsewhere = !options.answer.empty(),
                                                                                 .only_first_failure = false}));
    }
    if (common.json) {
        print(json_text(all.size() == 1 ? all.front() : all));
    }
    return perfect ? 0 : 1;
}

int command_list(const CommonOptions& common, const ListOptions& options)
{
    if (options.level < 0 || options.level > 4) {
        throw UsageError(tr("le niveau d'un exercice va de 1 à 4"));
    }
    const Catalog catalog = catalog_of(common);
    const Lesson* only = options.lesson.empty() ? nullptr : &catalog.lesson(options.lesson);
    const Progress progress = told_progress(catalog);
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    std::string text;
    std::string lesson_shown;
    for (const Exercise& exercise : catalog.exercises) {
        const Stage stage = stage_of(catalog, progress, exercise);
        const Lesson* lesson = catalog.lesson_of(exercise);
        if ((only != nullptr && lesson != only) || (options.level != 0 && exercise.level != options.level) ||
            (options.todo && stage == Stage::passed) || (options.done && stage != Stage::passed)) {
            continue;
        }
        const std::string lesson_id = lesson == nullptr ? std::string() : lesson->id;
        all.push_back({{"id", exercise.id},
                       {"title", exercise.title},
                       {"lesson", lesson_id},
                       {"level", exercise.level},
                       {"max_points", exercise.max_points()},
                       {"state", name_of(stage)}});
        if (lesson_id != lesson_shown) {
            const std::vector<Heading> titles = headings(read_file(lesson->text));
            text += (text.empty() ? "" : "\n") + (titles.empty() ? lesson_id : visible(titles.front().text)) + "\n";
            lesson_shown = lesson_id;
        }
        std::string stars;
        for (int i = 0; i < exercise.level; ++i) {
            stars += "★";
        }
        text += fmt::format("  {}  {}  {}  {}\n", padded(exercise.short_id(), 4), padded(stars, 4),
                            padded(words_of(stage), 9), exercise.title);
    }
    print(common.json ? json_text(all) : text.empty() ? tr("Aucun exercice n'est dans ce cas.\n") : text);
    return 0;
}

int command_lesson(const CommonOptions& common, const std::string& id)
{
    const Catalog catalog = catalog_of(common);
    if (id.empty()) {
        for (const Lesson& lesson : catalog.lessons) {
            const std::vector<Heading> titles = headings(read_file(lesson.text));
            print(fmt::format("  {}  {}\n", lesson.id.substr(0, 2),
                              titles.empty() ? lesson.id : visible(titles.front().text)));
        }
        print(tr("\nPour en lire une : ./atelier lesson 01\n"));
        return 0;
    }
    const std::string text = render_for_terminal(read_file(catalog.lesson(id).text), terminal_style());
    const bool is_cut = text.find(continuation_mark) != std::string::npos;
    page((is_cut ? tr("(Une ligne de code trop longue pour l'écran continue derrière «\u00A0{}\u00A0».)\n\n",
                      continuation_mark)
                 : std::string()) +
         text);
    return 0;
}

int command_hint(const CommonOptions& common, const std::string& id, int level)
{
    const Catalog catalog = catalog_of(common);
    const Progress progress = told_progress(catalog);
    const Exercise* next = next_exercise(catalog, progress);
    const Exercise& exercise = id.empty() && next != nullptr ? *next : catalog.exercise(id);
    const std::vector<std::string> hints = hints_in(read_file(exercise.folder / "indices.md"));
    const int shown = level == 0 ? level_for(progress, exercise) : level;
    const int count = static_cast<int>(hints.size());
    if (shown < 1 || shown > count) {
        throw UsageError(tr("Cet exercice n'a pas d'indice de ce numéro : les siens vont de 1 à {}.", count));
    }
    if (id.empty()) {
        print(tr("Exercice {} : {}\n\n", exercise.short_id(), exercise.title));
    }
    print(render_for_terminal(hints[static_cast<std::size_t>(shown - 1)], terminal_style()));
    if (shown == count) {
        print(tr("\nC'est le dernier indice.\n"));
    } else {
        print("\n" + tr_plural("Il reste {} indice.", "Il reste {} indices.", count - shown) + " " +
              tr("Le suivant : ./atelier hint {} {}\n", exercise.short_id(), shown + 1));
    }
    return 0;
}

}  // namespace atelier
