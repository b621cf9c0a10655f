// SPDX-License-Identifier: MIT
// The commands for a student: where they are, what their answers are worth, lessons and hints.

#include <algorithm>
#include <limits>

#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "error.hpp"
#include "files.hpp"
#include "grade.hpp"
#include "markdown.hpp"
#include "markdown_terminal.hpp"
#include "message.hpp"
#include "reports/terminal.hpp"
#include "show.hpp"
#include "utf8.hpp"
#include "work.hpp"

namespace atelier {

namespace {

/// The one heading of level 2 that is number `level` in hints, with its text.
std::string hint_text(const std::string& hints, int level)
{
    const std::vector<Heading> all = headings(hints);
    std::vector<int> starts;
    for (const Heading& heading : all) {
        if (heading.level == 2) {
            starts.push_back(heading.line);
        }
    }
    if (level < 1 || static_cast<std::size_t>(level) > starts.size()) {
        throw UsageError(tr("Cet exercice n'a pas d'indice de ce numéro : les siens vont de 1 à {}.", starts.size()));
    }
    const auto index = static_cast<std::size_t>(level - 1);
    const int end = index + 1 < starts.size() ? starts[index + 1] : std::numeric_limits<int>::max();
    std::string text;
    int number = 0;
    for (const std::string_view line : lines_of(hints)) {
        ++number;
        if (number >= starts[index] && number < end) {
            text += std::string(line) + '\n';
        }
    }
    return text;
}

TerminalStyle terminal_style()
{
    return {.width = std::min(terminal_width(), 80), .colour = wants_colour(), .hyperlinks = wants_colour()};
}

std::string state_of(const Catalog& catalog, const Exercise& exercise)
{
    return has_begun(catalog, exercise) ? "begun" : "new";
}

}  // namespace

int command_home(const CommonOptions& common)
{
    const Catalog catalog = catalog_of(common);
    const auto next = std::find_if(catalog.exercises.begin(), catalog.exercises.end(),
                                   [&](const Exercise& e) { return !has_begun(catalog, e); });
    std::size_t begun = 0;
    for (const Exercise& exercise : catalog.exercises) {
        begun += has_begun(catalog, exercise) ? 1U : 0U;
    }
    print(tr("Atelier : les bases de données en C++\n\n"));
    print(tr("Exercices : {} ; commencés : {}.\n", catalog.exercises.size(), begun));
    if (next != catalog.exercises.end()) {
        print(tr("Pour continuer : ./atelier check {} ({})\n", next->short_id(), next->title));
        print(tr("Son énoncé : {}\n", as_typed(next->folder / "README.md")));
        if (const Lesson* lesson = catalog.lesson_of(*next)) {
            print(tr("Sa leçon : ./atelier lesson {}\n", lesson->id.substr(0, 2)));
        }
    }
    print(tr("Tous les exercices : ./atelier list\nToutes les commandes : ./atelier --help\n"));
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

int command_list(const CommonOptions& common)
{
    const Catalog catalog = catalog_of(common);
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    std::string text;
    std::string lesson_shown;
    for (const Exercise& exercise : catalog.exercises) {
        const Lesson* lesson = catalog.lesson_of(exercise);
        const std::string lesson_id = lesson == nullptr ? std::string() : lesson->id;
        all.push_back({{"id", exercise.id},
                       {"title", exercise.title},
                       {"lesson", lesson_id},
                       {"level", exercise.level},
                       {"max_points", exercise.max_points()},
                       {"state", state_of(catalog, exercise)}});
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
                            padded(has_begun(catalog, exercise) ? tr("commencé") : "", 9), exercise.title);
    }
    print(common.json ? json_text(all) : text);
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
    page(render_for_terminal(read_file(catalog.lesson(id).text), terminal_style()));
    return 0;
}

int command_hint(const CommonOptions& common, const std::string& id, int level)
{
    const Catalog catalog = catalog_of(common);
    const Exercise& exercise = catalog.exercise(id);
    print(render_for_terminal(hint_text(read_file(exercise.folder / "indices.md"), level), terminal_style()));
    return 0;
}

}  // namespace atelier
