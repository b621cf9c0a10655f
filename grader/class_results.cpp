// SPDX-License-Identifier: MIT
#include "class_results.hpp"

#include <fmt/format.h>

#include <numeric>

#include "message.hpp"

namespace atelier {

int GradedExercise::max_points() const
{
    return std::accumulate(checks.begin(), checks.end(), 0,
                           [](int sum, const CheckInfo& check) { return sum + check.points; });
}

int StudentResult::points() const
{
    return std::accumulate(verdicts.begin(), verdicts.end(), 0,
                           [](int sum, const Verdict& verdict) { return sum + verdict.points(); });
}

int StudentResult::max_points() const
{
    return std::accumulate(verdicts.begin(), verdicts.end(), 0,
                           [](int sum, const Verdict& verdict) { return sum + verdict.max_points(); });
}

int StudentResult::hundredths() const
{
    return std::accumulate(marks.begin(), marks.end(), 0,
                           [](int sum, const Mark& mark) { return sum + mark.hundredths; });
}

std::string shown_points(int hundredths)
{
    std::string text = fmt::format("{}", hundredths / 100);
    const int rest = hundredths % 100;
    if (rest != 0) {
        text += language() == "fr" ? "," : ".";
        text += rest % 10 == 0 ? fmt::format("{}", rest / 10) : fmt::format("{:02}", rest);
    }
    return text;
}

}  // namespace atelier
