// SPDX-License-Identifier: MIT
#include "submissions.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"
#include "workers.hpp"

namespace atelier {

namespace {

/// Where a submission keeps its answer to `exercise`: « 01a-ouvrir/ », or « 01a/ ».
fs::path answer_folder(const Submission& submission, const Exercise& exercise)
{
    const fs::path by_short_id = submission.folder / exercise.short_id();
    return fs::is_directory(fs::symlink_status(by_short_id)) ? by_short_id : submission.folder / exercise.id;
}

std::string cell(const Verdict& verdict)
{
    switch (verdict.outcome) {
        case VerdictOutcome::no_answer: return tr("absente");
        case VerdictOutcome::does_not_compile: return tr("ne compile pas");
        default: return fmt::format("{}/{}", verdict.points(), verdict.max_points());
    }
}

/// A student's name where it begins a line: as it is, unless a continuous integration server would obey it.
std::string shown_name(const std::string& student)
{
    const std::string name = visible(student);
    const std::string start = name.substr(std::min(name.find_first_not_of(' '), name.size()), 2);
    return start == "::" || start == "##" ? tr("« {} »", name) : name;
}

}  // namespace

int Submission::points() const
{
    int sum = 0;
    for (const Verdict& verdict : verdicts) {
        sum += verdict.points();
    }
    return sum;
}

int Submission::max_points() const
{
    int sum = 0;
    for (const Verdict& verdict : verdicts) {
        sum += verdict.max_points();
    }
    return sum;
}

std::vector<Submission> find_submissions(const fs::path& folder)
{
    std::vector<Submission> submissions;
    for (const std::string& name : names_in(folder)) {
        if (name.front() != '.' && fs::is_directory(fs::symlink_status(folder / name))) {
            submissions.push_back({.student = name, .folder = folder / name, .verdicts = {}});
        }
    }
    if (submissions.empty()) {
        throw Error(tr(
            "{} ne contient aucune copie. Il faut un dossier par étudiant, et dedans un dossier par exercice (par exemple alice/01a-ouvrir/reponse.cpp).",
            folder.string()));
    }
    return submissions;
}

std::vector<const Exercise*> answered_exercises(const Catalog& catalog, const std::vector<Submission>& submissions)
{
    std::vector<const Exercise*> answered;
    for (const Exercise& exercise : catalog.exercises) {
        const bool by_somebody = std::any_of(submissions.begin(), submissions.end(), [&](const Submission& s) {
            return fs::exists(fs::symlink_status(answer_folder(s, exercise)));
        });
        if (by_somebody) {
            answered.push_back(&exercise);
        }
    }
    if (answered.empty()) {
        throw Error(tr(
            "Aucune copie ne contient de réponse. Chaque réponse se range dans un dossier du nom de l'exercice (par exemple alice/01a-ouvrir/reponse.cpp)."));
    }
    return answered;
}

void grade_submissions(std::vector<Submission>& submissions, const std::vector<const Exercise*>& exercises,
                       const Grading& grading, unsigned workers, const std::function<void(std::size_t)>& done)
{
    for (Submission& submission : submissions) {
        submission.verdicts.resize(exercises.size());
    }
    const auto grade_one = [&](std::size_t i) {
        Submission& submission = submissions[i / exercises.size()];
        const Exercise& exercise = *exercises[i % exercises.size()];
        submission.verdicts[i % exercises.size()] =
            grade_answer(grading, exercise, answer_folder(submission, exercise));
    };
    in_parallel(submissions.size() * exercises.size(), grade_one, workers, done);
}

std::string results_json(const std::vector<Submission>& submissions, const Grading& grading)
{
    nlohmann::ordered_json students = nlohmann::ordered_json::array();
    for (const Submission& submission : submissions) {
        nlohmann::ordered_json exercises = nlohmann::ordered_json::array();
        for (const Verdict& verdict : submission.verdicts) {
            exercises.push_back(to_json(verdict));
        }
        students.push_back({{"student", submission.student},
                            {"points", submission.points()},
                            {"max_points", submission.max_points()},
                            {"exercises", exercises}});
    }
    const nlohmann::ordered_json all{{"run",
                                      {{"grader", ATELIER_VERSION},
                                       {"tier", name_of(grading.toolchain.tier)},
                                       {"seed", grading.seed},
                                       {"compiler", grading.toolchain.version}}},
                                     {"submissions", students}};
    // The name of a folder may be no text: its bad bytes are replaced.
    return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

std::string results_table(const std::vector<Submission>& submissions, const std::vector<const Exercise*>& exercises)
{
    std::vector<std::vector<std::string>> lines(1);
    lines[0].push_back(tr("étudiant"));
    for (const Exercise* exercise : exercises) {
        lines[0].push_back(exercise->short_id());
    }
    lines[0].push_back(tr("total"));
    for (const Submission& submission : submissions) {
        std::vector<std::string> line{shown_name(submission.student)};
        std::transform(submission.verdicts.begin(), submission.verdicts.end(), std::back_inserter(line), cell);
        line.push_back(fmt::format("{}/{}", submission.points(), submission.max_points()));
        lines.push_back(std::move(line));
    }
    std::vector<std::size_t> widths(lines[0].size());
    for (const std::vector<std::string>& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(line[i]));
        }
    }
    std::string text;
    for (const std::vector<std::string>& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            text += i + 1 == line.size() ? line[i] + '\n' : padded(line[i], widths[i] + 2);
        }
    }
    return text;
}

}  // namespace atelier
