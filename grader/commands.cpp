// SPDX-License-Identifier: MIT
#include "commands.hpp"

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>

#include "answer.hpp"
#include "catalog.hpp"
#include "check/fixture.hpp"
#include "check/runner.hpp"
#include "console.hpp"
#include "digest.hpp"
#include "doctor.hpp"
#include "error.hpp"
#include "files.hpp"
#include "grade.hpp"
#include "install.hpp"
#include "markdown.hpp"
#include "markdown_terminal.hpp"
#include "message.hpp"
#include "program.hpp"
#include "reports/terminal.hpp"
#include "show.hpp"
#include "submissions.hpp"
#include "utf8.hpp"
#include "verify.hpp"
#include "work.hpp"

namespace atelier {

namespace {

Catalog catalog_of(const CommonOptions& common)
{
    return load_catalog(common.course.empty() ? project_folder() : fs::path(common.course));
}

Grading grading_of(const CommonOptions& common)
{
    return {.toolchain = prepare_toolchain(common.tier ? &*common.tier : nullptr), .seed = common.seed};
}

std::string json_text(const nlohmann::ordered_json& value)
{
    return value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

/// The exercises named, else those begun, else the first one.
std::vector<const Exercise*> chosen_exercises(const Catalog& catalog, const std::vector<std::string>& ids)
{
    std::vector<const Exercise*> chosen;
    for (const std::string& id : ids) {
        const std::vector<const Exercise*> found = catalog.exercises_of(id);
        chosen.insert(chosen.end(), found.begin(), found.end());
    }
    for (const Exercise& exercise : catalog.exercises) {
        if (ids.empty() && has_begun(catalog, exercise)) {
            chosen.push_back(&exercise);
        }
    }
    if (chosen.empty() && !catalog.exercises.empty()) {
        chosen.push_back(&catalog.exercises.front());
    }
    return chosen;
}

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

/// Copies the ordinary files with ordinary names from a folder to another, the exercise's own left out; their names. So
/// does a run by hand find what earlier ones left, and leave what the student can look at.
std::vector<std::string> copy_files(const fs::path& from, const fs::path& to, const std::string& answer)
{
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
    std::vector<std::string> copied;
    for (const std::string& name : names_in(from)) {
        const bool is_plain = name.find_first_not_of(plain) == std::string::npos && name.front() != '.' &&
                              name.front() != '-' && name != answer && fs::path(name).extension() != ".hpp";
        if (is_plain && fs::is_regular_file(fs::symlink_status(from / name)) &&
            fs::file_size(from / name) < (std::size_t{16} << 20U)) {
            write_file(to / name, read_file(from / name));
            copied.push_back(name);
        }
    }
    return copied;
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
        const fs::path answer =
            options.answer.empty() ? begin_exercise(catalog, *exercise) : fs::absolute(options.answer);
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

int command_run(const CommonOptions& common, const RunOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const Exercise& exercise = catalog.exercise(options.id);
    const fs::path mine = options.answer.empty() ? begin_exercise(catalog, exercise) : fs::absolute(options.answer);
    const Answer answer = read_answer(exercise, mine);
    if (!answer.problem.empty()) {
        print(answer.problem + "\n");
        return 1;
    }
    const Grading grading = grading_of(common);
    const TemporaryFolder folder;
    share_with_sandbox(folder.path());
    for (const char* name : {"construction", "travail"}) {
        make_folder(folder.path() / name);
    }
    const Build build = build_program(grading.toolchain, exercise, answer.source, folder.path() / "construction");
    if (!build.problem.empty()) {
        print(visible_lines(build.problem) + "\n");
        return 1;
    }
    const fs::path work = folder.path() / "travail";
    give_to_sandbox(work);
    if (options.answer.empty()) {
        for (const std::string& name : copy_files(mine, work, exercise.answer)) {
            give_to_sandbox(work / name);
        }
    }
    if (fs::exists(exercise.folder / "fixture.sql")) {
        fs::remove(work / "base.db");  // always as in the checks
        const std::string sql = read_file(exercise.folder / "fixture.sql") + "\n" + options.sql;
        check::make_fixture(work / "base.db", sql, digest("base.db", common.seed));
        give_to_sandbox(work / "base.db");
    }
    const Job job = job_for(grading, exercise, build.executable, folder.path());
    const check::Execution execution = check::run_program(job, work, options.arguments, standard_input(), {});
    print(visible_lines(execution.out()));
    if (!execution.explanation().empty()) {
        print(execution.explanation() + "\n");
    }
    if (options.answer.empty() && !options.arguments.empty()) {
        std::string names;
        for (const std::string& name : copy_files(work, mine, exercise.answer)) {
            names += (names.empty() ? "" : ", ") + name;
        }
        if (!names.empty()) {
            print(tr("(vos fichiers, dans {} : {})", as_typed(mine), names) + "\n");
        }
    }
    return execution.ending() == check::Ending::well ? 0 : 1;
}

int command_verify(const CommonOptions& common, const std::string& prefix)
{
    const Catalog catalog = catalog_of(common);
    const Verification found = verify(catalog, grading_of(common), prefix, [](std::size_t done, std::size_t total) {
        show_progress(tr("Vérification du cours :"), done, total);
    });
    if (common.json) {
        nlohmann::ordered_json problems = nlohmann::ordered_json::array();
        for (const Problem& problem : found.problems) {
            problems.push_back({{"exercise", problem.place}, {"message", problem.message}});
        }
        print(json_text({{"lessons", found.lessons},
                         {"exercises", found.exercises},
                         {"wrong_answers", found.wrong_answers},
                         {"variants", found.variants},
                         {"extracts", found.extracts},
                         {"problems", problems}}));
        return found.problems.empty() ? 0 : 1;
    }
    for (const Problem& problem : found.problems) {
        print(tr("✗ {} : {}\n", problem.place, indented(visible_lines(problem.message), "    ").substr(4)));
    }
    print(tr("Leçons : {}, exercices : {}, mauvaises réponses : {}, variantes : {}, extraits : {}. ", found.lessons,
             found.exercises, found.wrong_answers, found.variants, found.extracts));
    print((found.problems.empty()
               ? tr("Le cours est sain.")
               : tr_plural("{} problème.", "{} problèmes.", static_cast<long>(found.problems.size()))) +
          "\n");
    return found.problems.empty() ? 0 : 1;
}

int command_doctor(const CommonOptions& common)
{
    const Diagnosis diagnosis = examine();
    print(common.json ? diagnosis.json() : diagnosis.text());
    return diagnosis.problems.empty() ? 0 : 1;
}

int command_grade(const CommonOptions& common, const GradeOptions& options)
{
    const Catalog catalog = catalog_of(common);
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
