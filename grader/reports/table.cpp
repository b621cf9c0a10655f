// SPDX-License-Identifier: MIT
#include "reports/table.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

std::string cell(const Verdict& verdict, const Mark& mark)
{
    if (!mark.note.empty()) {
        return fmt::format("{}/{}", shown_points(mark.hundredths), verdict.max_points());
    }
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

std::string results_table(const ClassResults& results)
{
    std::vector<std::vector<std::string>> lines(1);
    lines[0].push_back(tr("étudiant"));
    for (const GradedExercise& exercise : results.exercises) {
        lines[0].push_back(exercise.short_id());
    }
    lines[0].push_back(tr("total"));
    results.for_each_student([&](const StudentResult& student) {
        std::vector<std::string> line{shown_name(student.student)};
        for (std::size_t i = 0; i < student.verdicts.size(); ++i) {
            line.push_back(cell(student.verdicts[i], student.marks[i]));
        }
        line.push_back(fmt::format("{}/{}", shown_points(student.hundredths()), student.max_points()));
        lines.push_back(std::move(line));
    });
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
