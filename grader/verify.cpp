// SPDX-License-Identifier: MIT
#include "verify.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "checks_program.hpp"
#include "citations.hpp"
#include "error.hpp"
#include "extracts.hpp"
#include "files.hpp"
#include "layout.hpp"
#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"
#include "workers.hpp"

namespace atelier {

namespace {

/// One thing to try, and what it found.
struct Task {
    std::string place;
    std::function<std::vector<std::string>()> attempt;  ///< none: its problems are known
    std::vector<std::string> problems;
};

std::string first_words(const Verdict& verdict)
{
    if (verdict.outcome != VerdictOutcome::graded) {
        return shortened(verdict.message, 6, 600);
    }
    std::string lost;
    for (const CheckVerdict& check : verdict.checks) {
        if (check.status != CheckStatus::passed) {
            lost += (lost.empty() ? "" : "\n") + check.info.name + tr(" : ") + shortened(check.message, 6, 600);
        }
    }
    return lost;
}

std::vector<std::string> must_lose_points(const Verdict& verdict)
{
    if (verdict.outcome != VerdictOutcome::graded) {
        return {tr("le point de départ ne compile pas :\n{}", verdict.message)};
    }
    return verdict.is_perfect()
               ? std::vector{tr("le point de départ obtient déjà tous les points ; retirez-en la solution")}
               : std::vector<std::string>{};
}

std::vector<std::string> must_be_perfect(const Verdict& verdict, const std::string& what)
{
    const bool perfect = verdict.outcome == VerdictOutcome::graded && verdict.is_perfect();
    return perfect ? std::vector<std::string>{}
                   : std::vector{tr("{} n'obtient que {} / {} points :\n{}", what, verdict.points(),
                                    verdict.max_points(), first_words(verdict))};
}

std::vector<std::string> must_lose(const Verdict& verdict, const WrongAnswer& answer)
{
    if (verdict.outcome != VerdictOutcome::graded) {
        return {tr("wrong/{} ne compile pas ; une mauvaise réponse doit compiler, et perdre sa vérification :\n{}",
                   answer.name, verdict.message)};
    }
    const auto check = std::find_if(verdict.checks.begin(), verdict.checks.end(),
                                    [&](const CheckVerdict& c) { return c.info.name == answer.check; });
    const bool lost = check != verdict.checks.end() && check->status == CheckStatus::failed;
    return lost ? std::vector<std::string>{}
                : std::vector{tr("wrong/{} réussit la vérification {}, qu'il doit perdre", answer.name, answer.check)};
}

/// What exercise.toml declares and what checks.cpp tests must be the same: `tests` is the latter.
std::vector<std::string> names_that_differ(const Exercise& exercise, const std::vector<std::string>& tests)
{
    std::vector<std::string> problems;
    for (const CheckInfo& check : exercise.checks) {
        if (std::find(tests.begin(), tests.end(), check.name) == tests.end()) {
            problems.push_back(tr(
                "exercise.toml déclare la vérification {}, que checks.cpp ne contient pas ; corrigez l'un ou l'autre",
                check.name));
        }
    }
    for (const std::string& test : tests) {
        if (std::none_of(exercise.checks.begin(), exercise.checks.end(),
                         [&](const CheckInfo& c) { return c.name == test; })) {
            problems.push_back(tr(
                "checks.cpp contient le test {}, que exercise.toml ne déclare pas ; déclarez-le dans une table [[check]], ou supprimez-le",
                test));
        }
    }
    return problems;
}

/// The checks that no wrong answer is meant to lose, of those that `tests` holds. An announced loss is proved by grading.
std::vector<std::string> checks_never_lost(const Exercise& exercise, const std::vector<std::string>& tests,
                                           const std::vector<WrongAnswer>& wrong)
{
    std::vector<std::string> problems;
    for (const CheckInfo& check : exercise.checks) {
        const bool exists = std::find(tests.begin(), tests.end(), check.name) != tests.end();
        // An answer that announces nothing known is a problem by itself; it may be the one that is missed here.
        const bool may_be_lost = std::any_of(wrong.begin(), wrong.end(), [&](const WrongAnswer& w) {
            return w.check == check.name || std::none_of(exercise.checks.begin(), exercise.checks.end(),
                                                         [&](const CheckInfo& c) { return c.name == w.check; });
        });
        if (exists && !may_be_lost) {
            problems.push_back(tr(
                "aucune mauvaise réponse n'annonce qu'elle perd la vérification {} ; écrivez-en une dans solutions/{}/wrong",
                check.name, exercise.id));
        }
    }
    return problems;
}

/// What can be said of an exercise before anything is compiled.
struct Inspection {
    std::vector<std::string> problems;
    bool can_be_graded = true;  ///< else whatever its answers are worth says nothing about them
};

Inspection inspect(const Catalog& catalog, const Exercise& exercise)
{
    Inspection found{.problems = layout_problems(catalog, exercise), .can_be_graded = true};
    for (std::string& problem : broken_citations_of_files(catalog, exercise.folder)) {
        found.problems.push_back(std::move(problem));
    }
    for (const char* needed : {"fourni.hpp", "programme.cpp", "checks.cpp"}) {
        found.can_be_graded = found.can_be_graded && fs::is_regular_file(exercise.folder / needed);
    }
    if (!found.can_be_graded) {
        return found;
    }
    const std::vector<std::string> tests = names_of_checks(exercise);
    const std::vector<std::string> differ = names_that_differ(exercise, tests);
    found.can_be_graded = differ.empty();
    for (const std::vector<std::string>& more :
         {differ, checks_never_lost(exercise, tests, wrong_answers(catalog, exercise))}) {
        found.problems.insert(found.problems.end(), more.begin(), more.end());
    }
    return found;
}

/// Whether there is an answer in `folder` that grading would not refuse for what the layout said already.
bool is_text(const fs::path& folder, const Exercise& exercise)
{
    const fs::path file = folder / exercise.answer;
    return fs::is_regular_file(file) && is_valid_utf8(read_file(file));
}

class Plan {
public:
    Plan(const Catalog& catalog, const Grading& grading, const VerifyOptions& options)
        : catalog_(catalog), grading_(grading), options_(options)
    {
    }

    /// Counts an exercise, and plans what can be tried of it.
    void add(const Exercise& exercise, Inspection inspection)
    {
        ++result.exercises;
        tasks.push_back({exercise.id, {}, std::move(inspection.problems)});
        const auto attempt = [&](const fs::path& folder,
                                 std::function<std::vector<std::string>(const Verdict&)> judge) {
            if (inspection.can_be_graded && is_text(folder, exercise)) {
                tasks.push_back({exercise.id,
                                 [this, &exercise, folder, judge = std::move(judge)] {
                                     return judge(grade_answer(grading_, exercise, folder));
                                 },
                                 {}});
            }
        };
        attempt(exercise.folder, must_lose_points);
        attempt(catalog_.solutions_of(exercise),
                [](const Verdict& verdict) { return must_be_perfect(verdict, tr("la référence")); });
        for (const WrongAnswer& answer : wrong_answers(catalog_, exercise)) {
            ++result.wrong_answers;
            if (!options_.without_mistakes && std::any_of(exercise.checks.begin(), exercise.checks.end(),
                                                          [&](const CheckInfo& c) { return c.name == answer.check; })) {
                attempt(answer.folder, [answer](const Verdict& verdict) { return must_lose(verdict, answer); });
            }
        }
        for (const fs::path& folder : variants(catalog_, exercise)) {
            ++result.variants;
            attempt(folder, [folder](const Verdict& verdict) {
                return must_be_perfect(verdict, tr("la variante right/{}", folder.filename().string()));
            });
        }
    }

    void add(const Lesson& lesson)
    {
        ++result.lessons;
        const auto refuse = [&](std::string problem) { tasks.push_back({lesson.id, {}, {std::move(problem)}}); };
        if (!fs::is_regular_file(lesson.text)) {
            return refuse(tr("il manque {} ; écrivez-le dans lessons/{}", "README.md", lesson.id));
        }
        const std::string text = read_file(lesson.text);
        if (!is_valid_utf8(text)) {
            return refuse(tr("{} n'est pas en UTF-8 ; enregistrez-le dans cet encodage", "README.md"));
        }
        for (std::string& problem : broken_citations(catalog_, text)) {
            refuse(std::move(problem));
        }
        try {
            const std::vector<Extract> extracts = extracts_of(text);
            result.extracts += extracts.size();
            if (!options_.without_mistakes) {
                tasks.push_back({lesson.id,
                                 [this, extracts, headers = shared_headers(lesson)] {
                                     return try_extracts(grading_.toolchain, extracts, headers);
                                 },
                                 {}});
            }
        } catch (const Error& error) {
            refuse(error.what());
        }
    }

    std::vector<Task> tasks;
    Verification result;

private:
    /// What the exercises of `lesson` give and share with others: its extracts may include that.
    [[nodiscard]] std::vector<fs::path> shared_headers(const Lesson& lesson) const
    {
        std::set<fs::path> headers;
        for (const Exercise& exercise : catalog_.exercises) {
            if (catalog_.lesson_of(exercise) == &lesson) {
                std::copy_if(exercise.given.begin(), exercise.given.end(), std::inserter(headers, headers.end()),
                             [&](const fs::path& header) { return header.parent_path() != exercise.folder; });
            }
        }
        return {headers.begin(), headers.end()};
    }

    const Catalog& catalog_;
    const Grading& grading_;
    const VerifyOptions& options_;
};

}  // namespace

Verification verify(const Catalog& catalog, const Grading& grading, const VerifyOptions& options,
                    const std::function<void(std::size_t, std::size_t)>& done)
{
    const std::string& prefix = options.prefix;
    const bool everything = prefix.empty();
    std::vector<const Exercise*> exercises;
    for (const Exercise& exercise : catalog.exercises) {
        if (everything || exercise.id.rfind(prefix, 0) == 0) {
            exercises.push_back(&exercise);
        }
    }
    std::vector<Inspection> inspections(exercises.size());
    in_parallel(exercises.size(), [&](std::size_t i) { inspections[i] = inspect(catalog, *exercises[i]); });

    Plan plan(catalog, grading, options);
    for (const Lesson& lesson : catalog.lessons) {
        if (everything || lesson.id.rfind(prefix, 0) == 0) {
            plan.add(lesson);
        }
    }
    for (std::size_t i = 0; i < exercises.size(); ++i) {
        plan.add(*exercises[i], std::move(inspections[i]));
    }
    if (plan.tasks.empty() && !everything) {
        (void)catalog.exercises_of(prefix);  // throws, with the nearest name
    }
    for (const std::string& problem : everything ? orphan_solutions(catalog) : std::vector<std::string>{}) {
        plan.tasks.push_back({"solutions", {}, {problem}});
    }
    if (everything) {
        plan.tasks.push_back({"lessons", {}, broken_citations_of_files(catalog, catalog.root / "lessons")});
    }
    std::vector<Task>& tasks = plan.tasks;
    in_parallel(
        tasks.size(),
        [&](std::size_t i) {
            if (tasks[i].attempt) {
                tasks[i].problems = tasks[i].attempt();
            }
        },
        0,
        [&](std::size_t finished) {
            if (done) {
                done(finished, tasks.size());
            }
        });
    for (Task& task : tasks) {
        for (std::string& problem : task.problems) {
            plan.result.problems.push_back({task.place, std::move(problem)});
        }
    }
    return std::move(plan.result);
}

}  // namespace atelier
