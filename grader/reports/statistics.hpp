// SPDX-License-Identifier: MIT
// What a class's results say together, from a few bytes an answer: never from messages kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "class_results.hpp"
#include "reports/mistakes.hpp"

namespace atelier {

/// What became of one student's answer to one exercise.
struct Cell {
    std::int32_t hundredths = 0;  ///< of a point, after the rules
    std::int16_t points = 0;      ///< before
    VerdictOutcome outcome = VerdictOutcome::graded;
    bool is_changed = false;  ///< by the rules
};

/// One student, in few bytes.
struct Line {
    std::string student;
    std::string key;   ///< what the school's system knows them by, when somebody said
    std::string page;  ///< name of the student's file, without its extension
    std::int32_t hundredths = 0;
    std::int32_t points = 0;
};

/// How the whole class did. Marks are in hundredths of a point.
struct Summary {
    std::int32_t mean = 0;
    std::int32_t least = 0;
    std::int32_t first_quartile = 0;
    std::int32_t median = 0;
    std::int32_t third_quartile = 0;
    std::int32_t most = 0;
    std::size_t perfect = 0;           ///< students who earned every point
    std::size_t handed_in = 0;         ///< answers
    std::size_t does_not_compile = 0;  ///< answers
};

/// How one exercise, or one check, was received by those who handed in an answer to it.
struct ItemFacts {
    std::size_t handed_in = 0;
    std::size_t does_not_compile = 0;
    std::size_t perfect = 0;  ///< all of its points
    int success = 0;          ///< points earned, in percent of those at stake; 0 without answers
    /// Correlation, in hundredths, between what they earned there and the rest of their points (before the rules): for a
    /// check, the point-biserial one. None with fewer than `fewest_to_discriminate` answers, or when all did the same.
    std::optional<int> discrimination;
};
inline constexpr std::size_t fewest_to_discriminate = 20;

/// What a rule of the class did to marks.
struct RuleEffect {
    std::size_t answers = 0;
    std::int64_t hundredths = 0;  ///< added, or taken when negative
};

/// A class seen student after student. Memory: 16 bytes an answer and 4 a check, beside the names.
class ClassTally {
public:
    explicit ClassTally(const std::vector<GradedExercise>& exercises);

    /// `page` is the name of the student's file.
    void add(const StudentResult& student, std::string page);

    [[nodiscard]] const std::vector<GradedExercise>& exercises() const { return exercises_; }
    [[nodiscard]] int max_points() const { return max_points_; }
    [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
    [[nodiscard]] const Cell& cell(std::size_t student, std::size_t exercise) const
    {
        return cells_[student * exercises_.size() + exercise];
    }

    /// Whether a student has less than half of the points, after the rules.
    [[nodiscard]] bool is_under_half(std::size_t student) const
    {
        return std::int64_t{lines_[student].hundredths} * 2 < std::int64_t{max_points_} * 100;
    }

    [[nodiscard]] Summary summary() const;
    /// Students by tenth of the points: [0, 10 %), [10, 20 %) … [90, 100 %].
    [[nodiscard]] std::vector<std::size_t> distribution() const;
    [[nodiscard]] ItemFacts exercise_facts(std::size_t exercise) const;
    [[nodiscard]] ItemFacts check_facts(std::size_t exercise, std::size_t check) const;
    [[nodiscard]] std::size_t lost(std::size_t exercise,
                                   std::size_t check) const;  ///< answers whose check ran and failed
    [[nodiscard]] Commonest::Top commonest_mistake(std::size_t exercise, std::size_t check) const;
    [[nodiscard]] Commonest::Top commonest_compiler_error(std::size_t exercise) const;
    /// The check that most answers lost; none when none did.
    [[nodiscard]] std::optional<std::size_t> most_lost_check(std::size_t exercise) const;
    /// Effects of the rules by their note, at most 50 of them, the rest under the empty note.
    [[nodiscard]] const std::map<std::string, RuleEffect>& rules() const { return rules_; }

private:
    [[nodiscard]] std::size_t check_at(std::size_t exercise, std::size_t check) const
    {
        return first_check_[exercise] + check;
    }
    template <class Earned>
    [[nodiscard]] ItemFacts facts(std::size_t exercise, int max_points, Earned earned) const;

    std::vector<GradedExercise> exercises_;
    int max_points_ = 0;
    std::vector<std::size_t> first_check_;
    std::size_t checks_ = 0;
    std::vector<Line> lines_;
    std::vector<Cell> cells_;            ///< of each student, by exercise
    std::vector<CheckStatus> statuses_;  ///< of each student, by exercise and check
    std::vector<Commonest> mistakes_;    ///< by exercise and check
    std::vector<Commonest> compiler_errors_;
    std::map<std::string, RuleEffect> rules_;
};

/// `part` of `whole` in percent, to the nearest; 100 of all of it only, 0 of nothing.
[[nodiscard]] int percent(std::int64_t part, std::int64_t whole);

/// The value under which lies a fraction `quarter`/4 of `sorted`, between two values in proportion; 0 of nothing.
[[nodiscard]] std::int32_t quartile(const std::vector<std::int32_t>& sorted, int quarter);

/// Pearson's correlation of pairs of whole numbers: sums only, so that their order does not count.
class Correlation {
public:
    void add(std::int64_t x, std::int64_t y);
    /// In hundredths; none when a side never varies.
    [[nodiscard]] std::optional<int> hundredths() const;

private:
    std::int64_t n_ = 0, x_ = 0, y_ = 0, xx_ = 0, yy_ = 0, xy_ = 0;
};

}  // namespace atelier
