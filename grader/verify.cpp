// SPDX-License-Identifier: MIT
#include "verify.hpp"

#include <algorithm>

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
    std::function<std::vector<std::string>()> attempt;
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
    return verdict.is_perfect() ? std::vector{tr("le point de départ obtient déjà tous les points")} : std::vector<std::string>{};
}

std::vector<std::string> must_be_perfect(const Verdict& verdict, const std::string& what)
{
    const bool perfect = verdict.outcome == VerdictOutcome::graded && verdict.is_perfect();
    return perfect ? std::vector<std::string>{} : std::vector{tr("{} n'obtient que {} / {} points :\n{}", what, verdict.points(), verdict.max_points(), first_words(verdict))};
}

std::vector<std::string> must_lose(const Verdict& verdict, const WrongAnswer& answer)
{
    if (verdict.outcome != VerdictOutcome::graded) {
        return {tr("wrong/{} ne compile pas ; une mauvaise réponse doit compiler, et perdre sa vérification :\n{}", answer.name, verdict.message)};
    }
    const auto check = std::find_if(verdict.checks.begin(), verdict.checks.end(), [&](const CheckVerdict& c) { return c.info.name == answer.check; });
    const bool lost = check == verdict.checks.end() || check->status != CheckStatus::passed;
    return lost ? std::vector<std::string>{} : std::vector{tr("wrong/{} réussit la vérification {}, qu'il doit perdre", answer.name, answer.check)};
}

class Plan {
public:
    Plan(const Catalog& catalog, const Grading& grading) : catalog_(catalog), grading_(grading) {}

    void add(const Exercise& exercise)
    {
        ++result.exercises;
        const auto attempt = [&](std::function<std::vector<std::string>()> what) { tasks.push_back({exercise.id, std::move(what), {}}); };
        const auto grade = [this, &exercise](const fs::path& folder) { return grade_answer(grading_, exercise, folder); };
        const fs::path solutions = catalog_.solutions_of(exercise);

        attempt([this, &exercise] { return layout_problems(catalog_, exercise); });
        attempt([=, &exercise] { return must_lose_points(grade(exercise.folder)); });
        if (fs::exists(solutions / exercise.answer)) {
            attempt([=] { return must_be_perfect(grade(solutions), tr("la référence")); });
        }
        for (const WrongAnswer& answer : wrong_answers(catalog_, exercise)) {
            ++result.wrong_answers;
            attempt([=] { return must_lose(grade(answer.folder), answer); });
        }
        for (const fs::path& folder : variants(catalog_, exercise)) {
            ++result.variants;
            attempt([=] { return must_be_perfect(grade(folder), tr("la variante right/{}", folder.filename().string())); });
        }
    }

    void add(const Lesson& lesson)
    {
        ++result.lessons;
        const std::string text = read_file(lesson.text);
        if (!is_valid_utf8(text)) {
            result.problems.push_back({lesson.id, tr("README.md n'est pas en UTF-8 ; enregistrez-le dans cet encodage")});
            return;
        }
        try {
            const std::vector<Extract> extracts = extracts_of(text);
            result.extracts += extracts.size();
            tasks.push_back({lesson.id, [this, extracts] { return try_extracts(grading_.toolchain, extracts); }, {}});
        } catch (const Error& error) {
            result.problems.push_back({lesson.id, error.what()});
        }
    }

    std::vector<Task> tasks;
    Verification result;

private:
    const Catalog& catalog_;
    const Grading& grading_;
};

}  // namespace

Verification verify(const Catalog& catalog, const Grading& grading, std::string_view prefix, const std::function<void(std::size_t, std::size_t)>& done)
{
    Plan plan(catalog, grading);
    const bool everything = prefix.empty();
    for (const Lesson& lesson : catalog.lessons) {
        if (everything || lesson.id.rfind(prefix, 0) == 0) {
            plan.add(lesson);
        }
    }
    for (const Exercise& exercise : catalog.exercises) {
        if (everything || exercise.id.rfind(prefix, 0) == 0) {
            plan.add(exercise);
        }
    }
    if (plan.tasks.empty() && !everything) {
        (void)catalog.exercises_of(prefix);  // throws, with the nearest name
    }
    if (everything) {
        for (const std::string& problem : orphan_solutions(catalog)) {
            plan.result.problems.push_back({"solutions", problem});
        }
    }
    std::vector<Task>& tasks = plan.tasks;
    in_parallel(
        tasks.size(), [&](std::size_t i) { tasks[i].problems = tasks[i].attempt(); }, 0,
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
