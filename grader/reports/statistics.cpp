// SPDX-License-Identifier: MIT
#include "reports/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "show.hpp"

namespace atelier {

namespace {

constexpr std::size_t most_rules = 50;

}  // namespace

int percent(std::int64_t part, std::int64_t whole)
{
    if (whole == 0) {
        return 0;
    }
    const auto rounded = static_cast<int>((part * 200 + whole) / (whole * 2));
    return part < whole ? std::min(rounded, 99) : rounded;
}

std::int32_t quartile(const std::vector<std::int32_t>& sorted, int quarter)
{
    if (sorted.empty()) {
        return 0;
    }
    const std::size_t place = (sorted.size() - 1) * static_cast<std::size_t>(quarter);
    const std::int64_t below = sorted[place / 4];
    const std::int64_t above = sorted[std::min(place / 4 + 1, sorted.size() - 1)];
    return static_cast<std::int32_t>(below + ((above - below) * static_cast<std::int64_t>(place % 4) + 2) / 4);
}

void Correlation::add(std::int64_t x, std::int64_t y)
{
    n_ += 1;
    x_ += x;
    y_ += y;
    xx_ += x * x;
    yy_ += y * y;
    xy_ += x * y;
}

std::optional<int> Correlation::hundredths() const
{
    const std::int64_t x_variance = n_ * xx_ - x_ * x_;
    const std::int64_t y_variance = n_ * yy_ - y_ * y_;
    if (x_variance == 0 || y_variance == 0) {
        return std::nullopt;
    }
    const double r = static_cast<double>(n_ * xy_ - x_ * y_) /
                     (std::sqrt(static_cast<double>(x_variance)) * std::sqrt(static_cast<double>(y_variance)));
    return static_cast<int>(std::lround(r * 100));
}

ClassTally::ClassTally(const std::vector<GradedExercise>& exercises) : exercises_(exercises)
{
    for (const GradedExercise& exercise : exercises_) {
        first_check_.push_back(checks_);
        checks_ += exercise.checks.size();
        max_points_ += exercise.max_points();
    }
    mistakes_.resize(checks_);
    compiler_errors_.resize(exercises_.size());
}

void ClassTally::add(const StudentResult& student, std::string page)
{
    lines_.push_back({.student = student.student,
                      .key = student.key,
                      .page = std::move(page),
                      .hundredths = student.hundredths(),
                      .points = student.points()});
    statuses_.resize(statuses_.size() + checks_, CheckStatus::not_run);
    CheckStatus* const statuses = statuses_.data() + statuses_.size() - checks_;
    for (std::size_t i = 0; i < exercises_.size(); ++i) {
        const Verdict& verdict = student.verdicts.at(i);
        const Mark& mark = student.marks.at(i);
        cells_.push_back({.hundredths = mark.hundredths,
                          .points = static_cast<std::int16_t>(verdict.points()),
                          .outcome = verdict.outcome,
                          .is_changed = !mark.note.empty()});
        if (verdict.outcome == VerdictOutcome::does_not_compile) {
            compiler_errors_[i].add(mistake_of(verdict.message));
        }
        for (std::size_t k = 0; k < std::min(verdict.checks.size(), exercises_[i].checks.size()); ++k) {
            const CheckVerdict& check = verdict.checks[k];
            statuses[check_at(i, k)] = check.status;
            if (check.status == CheckStatus::failed) {
                mistakes_[check_at(i, k)].add(mistake_of(check.message));
            }
        }
        if (!mark.note.empty()) {
            const std::string note = excerpt(mark.note, 200);
            RuleEffect& effect = rules_[rules_.size() < most_rules || rules_.contains(note) ? note : std::string()];
            ++effect.answers;
            effect.hundredths += mark.hundredths - std::int64_t{verdict.points()} * 100;
        }
    }
}

Summary ClassTally::summary() const
{
    Summary summary;
    if (lines_.empty()) {
        return summary;
    }
    std::vector<std::int32_t> marks;
    for (const Line& line : lines_) {
        marks.push_back(line.hundredths);
        summary.perfect += line.points == max_points_ ? 1U : 0U;
    }
    std::sort(marks.begin(), marks.end());
    const auto n = static_cast<std::int64_t>(marks.size());
    summary.mean =
        static_cast<std::int32_t>((std::accumulate(marks.begin(), marks.end(), std::int64_t{0}) + n / 2) / n);
    summary.least = marks.front();
    summary.first_quartile = quartile(marks, 1);
    summary.median = quartile(marks, 2);
    summary.third_quartile = quartile(marks, 3);
    summary.most = marks.back();
    for (const Cell& cell : cells_) {
        summary.handed_in += cell.outcome != VerdictOutcome::no_answer ? 1U : 0U;
        summary.does_not_compile += cell.outcome == VerdictOutcome::does_not_compile ? 1U : 0U;
    }
    return summary;
}

std::vector<std::size_t> ClassTally::distribution() const
{
    std::vector<std::size_t> tenths(10);
    for (const Line& line : lines_) {
        const std::int64_t tenth =
            max_points_ == 0 ? 0 : std::int64_t{line.hundredths} / (std::int64_t{max_points_} * 10);
        ++tenths[static_cast<std::size_t>(std::clamp<std::int64_t>(tenth, 0, 9))];
    }
    return tenths;
}

template <class Earned>
ItemFacts ClassTally::facts(std::size_t exercise, int max_points, Earned earned) const
{
    ItemFacts facts;
    std::int64_t sum = 0;
    Correlation correlation;
    for (std::size_t student = 0; student < lines_.size(); ++student) {
        const Cell& at = cell(student, exercise);
        if (at.outcome == VerdictOutcome::no_answer) {
            continue;
        }
        const int points = earned(student);
        ++facts.handed_in;
        facts.does_not_compile += at.outcome == VerdictOutcome::does_not_compile ? 1U : 0U;
        facts.perfect += points == max_points ? 1U : 0U;
        sum += points;
        correlation.add(points, lines_[student].points - points);
    }
    facts.success = percent(sum, static_cast<std::int64_t>(facts.handed_in) * max_points);
    if (facts.handed_in >= fewest_to_discriminate) {
        facts.discrimination = correlation.hundredths();
    }
    return facts;
}

ItemFacts ClassTally::exercise_facts(std::size_t exercise) const
{
    return facts(exercise, exercises_[exercise].max_points(),
                 [&](std::size_t student) { return int{cell(student, exercise).points}; });
}

ItemFacts ClassTally::check_facts(std::size_t exercise, std::size_t check) const
{
    const int points = exercises_[exercise].checks[check].points;
    return facts(exercise, points, [&](std::size_t student) {
        return statuses_[student * checks_ + check_at(exercise, check)] == CheckStatus::passed ? points : 0;
    });
}

std::size_t ClassTally::lost(std::size_t exercise, std::size_t check) const
{
    std::size_t count = 0;
    for (std::size_t student = 0; student < lines_.size(); ++student) {
        count += statuses_[student * checks_ + check_at(exercise, check)] == CheckStatus::failed ? 1U : 0U;
    }
    return count;
}

Commonest::Top ClassTally::commonest_mistake(std::size_t exercise, std::size_t check) const
{
    return mistakes_[check_at(exercise, check)].top();
}

Commonest::Top ClassTally::commonest_compiler_error(std::size_t exercise) const
{
    return compiler_errors_[exercise].top();
}

std::optional<std::size_t> ClassTally::most_lost_check(std::size_t exercise) const
{
    std::optional<std::size_t> most;
    std::size_t most_answers = 0;
    for (std::size_t check = 0; check < exercises_[exercise].checks.size(); ++check) {
        if (const std::size_t answers = lost(exercise, check); answers > most_answers) {
            most_answers = answers;
            most = check;
        }
    }
    return most;
}

}  // namespace atelier
