// SPDX-License-Identifier: MIT
// The commands that look into a gradebook, and correct it: why a grade is what it is, and what a person decides on it.

#include <algorithm>

#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "error.hpp"
#include "files.hpp"
#include "grade_class.hpp"
#include "gradebook/gradebook.hpp"
#include "message.hpp"
#include "nearest.hpp"
#include "policy.hpp"
#include "reports/formats.hpp"
#include "reports/terminal.hpp"
#include "show.hpp"
#include "utf8.hpp"
#include "work.hpp"

namespace atelier {

namespace {

/// The student of that name, or the only one whose name begins so. Throws UsageError.
std::string student_named(const Gradebook& book, const std::string& name)
{
    const std::vector<std::string> all = book.students();
    if (std::find(all.begin(), all.end(), name) != all.end()) {
        return name;
    }
    std::vector<std::string> found;
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
                 [&](const std::string& one) { return one.starts_with(name); });
    if (found.size() == 1) {
        return found.front();
    }
    if (found.empty()) {
        throw UsageError(all.empty() ? tr("ce carnet de notes est vide")
                                     : tr("personne ne s'appelle « {} » dans ce carnet ; le nom le plus proche : {}",
                                          visible(name), visible(nearest(name, all))));
    }
    throw UsageError(tr("« {} » peut être {} ou {} : écrivez le nom en entier", visible(name), visible(found[0]),
                        visible(found[1])));
}

/// The exercise of the last run that `id` begins. Throws UsageError.
const GradedExercise& exercise_named(const ClassResults& results, const std::string& id)
{
    const GradedExercise* found = nullptr;
    std::vector<std::string> names;
    for (const GradedExercise& exercise : results.exercises) {
        names.push_back(exercise.id);
        if (exercise.id == id || exercise.short_id() == id || (found == nullptr && exercise.id.starts_with(id))) {
            found = &exercise;
        }
    }
    if (found == nullptr) {
        throw UsageError(tr("ce carnet ne connaît pas l'exercice « {} » ; il connaît {}", visible(id),
                            names.empty() ? "∅" : fmt::format("{}", fmt::join(names, ", "))));
    }
    return *found;
}

/// The graded bytes as a file beside the gradebook, for whoever wants to see or to grade them again.
fs::path file_of_answer(const fs::path& folder, const GivenGrade& given, const std::string& name)
{
    const fs::path place = folder / "reponses" / given.verdict.answer_sha256.substr(0, 16);
    make_folder(place);
    write_file(place / name, *given.source);
    return place / name;
}

}  // namespace

int command_explain(const CommonOptions& common, const ExplainOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const fs::path folder = fs::absolute(options.results);
    const Gradebook book = Gradebook::to_read(folder);
    const ClassResults results = book.results();
    const GradedExercise& graded = exercise_named(results, options.exercise);
    const std::string student = student_named(book, options.student);
    const std::optional<GivenGrade> given = book.last(student, graded.id);
    if (!given) {
        throw Error(tr("{} n'a pas encore été corrigé pour {}.", graded.id, visible(student)));
    }
    if (common.json) {
        nlohmann::ordered_json json = to_json(given->verdict);
        json["student"] = student;
        json["given_at"] = given->given_at;
        json["reason"] = given->reason;
        print(json_text(json));
        return given->verdict.is_perfect() ? 0 : 1;
    }
    const Exercise& exercise = catalog.exercise(graded.id);
    print(
        visible(student) + " — " +
        report_for_terminal(given->verdict, exercise,
                            {.colour = wants_colour(), .answer = {}, .elsewhere = false, .only_first_failure = false}));
    results.for_each_student([&](const StudentResult& each) {
        if (each.student != student) {
            return;
        }
        for (std::size_t i = 0; i < each.marks.size(); ++i) {
            if (each.verdicts[i].exercise == graded.id && !each.marks[i].note.empty()) {
                print(tr("\nNote retenue : {}/{}. {}\n", shown_points(each.marks[i].hundredths), graded.max_points(),
                         each.marks[i].note));
            }
        }
    });
    print(tr("\nVerdict donné le {} (UTC).{}\n", given->given_at,
             given->reason.empty() ? std::string() : tr(" Raison : {}", visible(given->reason))));
    if (given->source) {
        const fs::path file = file_of_answer(folder, *given, exercise.answer);
        print(tr("La réponse corrigée (SHA-256 {}) est recopiée dans {}\nPour refaire ce verdict :\n",
                 given->verdict.answer_sha256, as_typed(file)));
        print(fmt::format("  ./atelier --tier {} check {} --answer {} --seed {} --no-cache\n",
                          name_of(given->verdict.tier), exercise.short_id(), shell_quoted(as_typed(file)),
                          given->verdict.seed));
    }
    return given->verdict.is_perfect() ? 0 : 1;
}

int command_regrade(const CommonOptions& common, const RegradeOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const fs::path folder = fs::absolute(options.results);
    if (options.reason.empty()) {
        throw UsageError(tr("dites pourquoi, après --reason : le carnet de notes garde la raison"));
    }
    Gradebook book = Gradebook::to_write(folder);
    const std::optional<GradingTerms> terms = book.last_terms();
    if (!terms) {
        throw Error(tr("Le carnet de notes {} est vide.", as_typed(folder / Gradebook::file_name)));
    }
    CommonOptions as_then = common;
    as_then.tier = terms->run.tier;
    as_then.no_cache = true;
    Grading grading = grading_of(as_then);
    grading.seed = terms->run.seed;
    grading.patient = true;
    if (terms_of(grading, terms->shard).digest() != terms->digest()) {
        throw Error(tr(
            "Les verdicts de ce carnet viennent d'une autre version de l'atelier, ou d'un autre compilateur. Corrigez toute la classe à nouveau (« ./atelier grade ») : les anciens verdicts y restent."));
    }
    const ClassResults before = book.results();
    std::vector<const Exercise*> exercises;
    std::vector<std::string> digests;
    for (const GradedExercise& graded : before.exercises) {
        if (options.exercise.empty() || graded.id == exercise_named(before, options.exercise).id) {
            exercises.push_back(&catalog.exercise(graded.id));
        }
    }
    const std::vector<std::string> students =
        options.student.empty() ? book.students() : std::vector{student_named(book, options.student)};
    regrade(book, students, exercises, grading, terms->shard, options.reason,
            [](const std::string& student, const Verdict& old, const Verdict& now) {
                print(fmt::format("{}, {} : {}/{} → {}/{}\n", visible(student), now.exercise, old.points(),
                                  old.max_points(), now.points(), now.max_points()));
            });
    print(tr("Les rapports se refont par : ./atelier report {}\n", shell_quoted(as_typed(folder))));
    return 0;
}

int command_adjust(const CommonOptions& /*common*/, const AdjustOptions& options)
{
    const fs::path folder = fs::absolute(options.results);
    if (options.reason.empty()) {
        throw UsageError(tr("dites pourquoi, après --reason : le carnet de notes garde la raison"));
    }
    Gradebook book = Gradebook::to_write(folder);
    const ClassResults results = book.results();
    const GradedExercise& exercise = exercise_named(results, options.exercise);
    const auto check = std::find_if(exercise.checks.begin(), exercise.checks.end(),
                                    [&](const CheckInfo& one) { return one.name == options.check; });
    if (check == exercise.checks.end()) {
        std::vector<std::string> names;
        std::transform(exercise.checks.begin(), exercise.checks.end(), std::back_inserter(names),
                       [](const CheckInfo& one) { return one.name; });
        throw UsageError(tr("{} n'a pas de vérification « {} » ; il a {}", exercise.id, visible(options.check),
                            fmt::format("{}", fmt::join(names, ", "))));
    }
    if (options.points < 0 || options.points > check->points) {
        throw UsageError(tr("« {} » vaut de 0 à {} points", check->name, check->points));
    }
    const std::string student = options.student.empty() ? std::string() : student_named(book, options.student);
    book.adjust({.student = student,
                 .exercise = exercise.id,
                 .check = check->name,
                 .points = options.points,
                 .reason = options.reason});
    print(tr("Noté : {} sur {} à « {} » ({}), pour {}. Les rapports se refont par : ./atelier report {}\n",
             options.points, check->points, check->title, exercise.id,
             student.empty() ? tr("tout le monde") : visible(student), shell_quoted(as_typed(folder))));
    return 0;
}

int command_purge(const CommonOptions& /*common*/, const PurgeOptions& options)
{
    const fs::path folder = fs::absolute(options.results);
    if (options.students.empty() && options.before.empty() && !options.answers) {
        throw UsageError(tr("dites ce qu'il faut oublier : --student NOM, --before DATE, ou --answers"));
    }
    if (!options.before.empty() && !seconds_of(options.before)) {
        throw UsageError(tr("« {} » n'est pas une date comme 2026-08-31", visible(options.before)));
    }
    if (!Gradebook::is_in(folder)) {
        (void)Gradebook::to_read(folder);  // says so
    }
    Gradebook book = Gradebook::to_write(folder);
    Purge what{.students = {}, .given_before = options.before, .answers = options.answers};
    for (const std::string& name : options.students) {
        what.students.push_back(student_named(book, name));
    }
    if (!options.yes) {
        throw UsageError(tr("rien n'est encore oublié. Cela ne se défait pas : relancez avec --yes pour oublier {}",
                            what.students.empty() ? tr("ce qui est demandé")
                                                  : visible(fmt::format("{}", fmt::join(what.students, ", ")))));
    }
    const Purged gone = book.purge(what);
    remove_tree(folder / "reponses");
    for (const ReportFormat& format : report_formats()) {
        remove_tree(folder / format.file);  // they tell what is forgotten
    }
    print(tr(
        "Oubliés : personnes, {} ; verdicts, {} ; réponses, {}. Les rapports sont effacés ; ils se refont par : ./atelier report {}\n",
        gone.students, gone.grades, gone.answers, shell_quoted(as_typed(folder))));
    print(tr(
        "Les copies elles-mêmes, les rapports donnés ailleurs et les sauvegardes de ce dossier restent à effacer par vous.\n"));
    return 0;
}

}  // namespace atelier
