// SPDX-License-Identifier: MIT
// A gradebook read back.
#include <algorithm>
#include <utility>

#include "gradebook/data.hpp"
#include "gradebook/gradebook.hpp"

namespace atelier {

namespace {

/// From attempts to what reports show.
class Reading {
public:
    Reading(const Policy& policy, std::vector<Exercise> exercises, RunInfo run,
            std::map<std::pair<std::string, std::string>, std::vector<Adjustment>> adjustments)
        : policy_(policy), exercises_(std::move(exercises)), run_(std::move(run)), adjustments_(std::move(adjustments))
    {
    }

    [[nodiscard]] const std::vector<Exercise>& exercises() const { return exercises_; }

    [[nodiscard]] StudentResult result(const std::string& name, const std::string& key,
                                       const std::vector<std::vector<Attempt>>& attempts) const
    {
        StudentResult result{.student = name, .key = key, .handed_in = {}, .verdicts = {}, .marks = {}};
        for (std::size_t i = 0; i < exercises_.size(); ++i) {
            const std::vector<Adjustment> decided = adjustments_of(name, exercises_[i].id);
            Attempt counted = attempts[i].empty() ? never_graded(exercises_[i])
                                                  : attempts[i][attempt_that_counts(policy_, decided, attempts[i])];
            result.marks.push_back(mark_of(policy_, decided, counted));
            result.handed_in = std::max(result.handed_in, counted.handed_in);
            result.files.push_back(std::move(counted.place));
            result.verdicts.push_back(std::move(counted.verdict));
        }
        return result;
    }

private:
    [[nodiscard]] std::vector<Adjustment> adjustments_of(const std::string& name, const std::string& exercise) const
    {
        std::vector<Adjustment> all;
        for (const std::string& who : {std::string(), name}) {  // what is decided for one comes after what is for all
            const auto found = adjustments_.find({who, exercise});
            if (found != adjustments_.end()) {
                all.insert(all.end(), found->second.begin(), found->second.end());
            }
        }
        return all;
    }

    [[nodiscard]] Attempt never_graded(const Exercise& exercise) const
    {
        Attempt attempt{.verdict = not_graded(exercise, VerdictOutcome::no_answer,
                                              tr("Cet exercice n'a pas été corrigé pour cette personne.")),
                        .handed_in = {}};
        attempt.verdict.tier = run_.tier;
        attempt.verdict.seed = run_.seed;
        return attempt;
    }

    Policy policy_;
    std::vector<Exercise> exercises_;
    RunInfo run_;
    std::map<std::pair<std::string, std::string>, std::vector<Adjustment>> adjustments_;
};

}  // namespace

ClassResults Gradebook::results(const std::function<std::string(const std::string&)>& pseudonym) const
{
    const Policy rules = policy_from_toml(policy(), tr("les règles du carnet"));
    return data_->guarded([&] {
        ClassResults results;
        const auto last = data_->last_run();
        if (!last) {
            throw Error(tr("Le carnet de notes {} est vide.", (data_->folder / file_name).string()));
        }
        const std::int64_t run = last->first;
        results.run = last->second.run;
        std::vector<Exercise> exercises;
        std::vector<std::int64_t> ids;
        for (const auto& [name, known] : data_->exercises_of(run)) {
            exercises.push_back(known.exercise);
            ids.push_back(known.id);
            results.exercises.push_back({.id = name, .title = known.exercise.title, .checks = known.exercise.checks});
        }
        SQLite::Statement& refused =
            data_->statement("SELECT place, reason FROM refusal WHERE run = ? ORDER BY place, reason");
        refused.bind(1, run);
        while (refused.executeStep()) {
            results.refused.push_back(
                {pseudonym ? tr("(anonyme)") : refused.getColumn(0).getString(), refused.getColumn(1).getString()});
        }
        if (class_digest().empty()) {
            results.failure = tr(
                "La correction n'est pas allée à son terme : relancez la même commande, elle reprendra où elle en était.");
        }
        SQLite::Statement& count = data_->statement("SELECT count(DISTINCT student) FROM grade WHERE run = ?");
        count.bind(1, run);
        count.executeStep();
        results.students = static_cast<std::size_t>(count.getColumn(0).getInt64());
        const Reading reading(rules, exercises, results.run, data_->adjustments());
        results.for_each_student = [this, reading, ids, run,
                                    pseudonym](const std::function<void(const StudentResult&)>& visit) {
            data_->guarded([&] {
                for (const Named& one : data_->students_of(run, pseudonym)) {
                    std::vector<std::vector<Attempt>> attempts(ids.size());
                    SQLite::Statement& each = data_->statement(
                        "SELECT verdict.exercise, verdict.told, grade.handed_in, grade.place FROM grade "
                        "JOIN verdict ON verdict.id = verdict WHERE run = ? AND student = ? ORDER BY grade.id");
                    each.bind(1, run);
                    each.bind(2, one.id);
                    while (each.executeStep()) {
                        const auto at = std::find(ids.begin(), ids.end(), each.getColumn(0).getInt64());
                        if (at != ids.end()) {  // else it answers a form of the exercise that is no more
                            const auto i = static_cast<std::size_t>(at - ids.begin());
                            attempts[i].push_back(
                                {.verdict = data_->verdict(reading.exercises()[i], each.getColumn(1).getString()),
                                 .handed_in = each.getColumn(2).getString(),
                                 .place = each.getColumn(3).getString()});
                        }
                    }
                    StudentResult result = reading.result(one.name, one.key, attempts);
                    if (pseudonym) {
                        result.student = one.shown;
                        result.key.clear();
                        result.handed_in.clear();
                        result.files.clear();
                    }
                    visit(result);
                }
            });
        };
        return results;
    });
}

std::string Gradebook::class_digest() const
{
    return data_->guarded([&] {
        SQLite::Statement& state = data_->statement(
            "SELECT what, detail FROM event WHERE run = (SELECT max(id) FROM run) AND what IN ('began', 'continued', 'ended') "
            "ORDER BY id DESC LIMIT 1");
        return state.executeStep() && state.getColumn(0).getString() == "ended" ? state.getColumn(1).getString()
                                                                                : std::string();
    });
}

std::vector<std::string> Gradebook::students() const
{
    return data_->guarded([&] {
        std::vector<std::string> names;
        SQLite::Statement& each = data_->statement("SELECT name FROM student ORDER BY name");
        while (each.executeStep()) {
            names.push_back(each.getColumn(0).getString());
        }
        return names;
    });
}

std::optional<GivenGrade> Gradebook::last(const std::string& student, const std::string& exercise) const
{
    return data_->guarded([&]() -> std::optional<GivenGrade> {
        SQLite::Statement& find = data_->statement(
            "SELECT student.name, student.key, grade.handed_in, verdict.told, answer.source, grade.given_at, grade.reason, "
            "exercise.title, exercise.checks, grade.place "
            "FROM grade JOIN student ON student.id = student JOIN verdict ON verdict.id = verdict "
            "JOIN exercise ON exercise.id = verdict.exercise LEFT JOIN answer ON answer.sha256 = verdict.answer "
            "WHERE grade.run = (SELECT max(id) FROM run) AND student.name = ? AND grade.exercise = ? "
            "ORDER BY grade.id DESC LIMIT 1");
        find.bind(1, student);
        find.bind(2, exercise);
        if (!find.executeStep()) {
            return std::nullopt;
        }
        Exercise as_graded;
        as_graded.id = exercise;
        as_graded.title = find.getColumn(7).getString();
        as_graded.checks = checks_from_json(find.getColumn(8).getString());
        GivenGrade given{.person = {.name = find.getColumn(0).getString(),
                                    .key = find.getColumn(1).getString(),
                                    .handed_in = find.getColumn(2).getString()},
                         .verdict = data_->verdict(as_graded, find.getColumn(3).getString()),
                         .source = {},
                         .given_at = find.getColumn(5).getString(),
                         .reason = find.getColumn(6).getString(),
                         .place = find.getColumn(9).getString()};
        if (!find.getColumn(4).isNull()) {
            given.source = find.getColumn(4).getString();
        }
        return given;
    });
}

}  // namespace atelier
