// SPDX-License-Identifier: MIT
#include "reports/gradescope.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "reports/submission_files.hpp"
#include "reports/told_checks.hpp"

namespace atelier {

namespace {

using nlohmann::ordered_json;

/// The one way by which text reaches a file: as a JSON string, which Gradescope is told to show as text, not as HTML.
std::string text_of(const ordered_json& json)
{
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

/// What stands at the head. Students see their tests at once, and never what the grader printed: that is for teachers.
/// Neither do they learn the seed, by which the next data could be guessed.
ordered_json head(double score, const std::string& output)
{
    return {{"score", score},
            {"output", output},
            {"output_format", "text"},
            {"test_output_format", "text"},
            {"test_name_format", "text"},
            {"visibility", "visible"},
            {"stdout_visibility", "hidden"}};
}

ordered_json tests_of(const ClassResults& results, const StudentResult& student)
{
    ordered_json tests = ordered_json::array();
    for (std::size_t i = 0; i < student.verdicts.size(); ++i) {
        const Verdict& verdict = student.verdicts[i];
        for (std::size_t j = 0; j < verdict.checks.size(); ++j) {
            const CheckVerdict& check = verdict.checks[j];
            const bool passed = check.status == CheckStatus::passed;
            ordered_json test{{"score", passed ? check.info.points : 0},
                              {"max_score", check.info.points},
                              {"status", passed ? "passed" : "failed"},
                              {"name", name_of_check(results.exercises[i], check.info)},
                              {"number", fmt::format("{}.{}", i + 1, j + 1)},
                              {"visibility", "visible"}};
            if (!passed) {
                test["output"] = text_of_check(verdict, j);
            }
            tests.push_back(std::move(test));
        }
    }
    return tests;
}

std::string file_of(const ClassResults& results, const StudentResult& student)
{
    std::string output = text_of_failure(results);
    const std::string marks = text_of_marks(results, student);
    output += (output.empty() || marks.empty() ? "" : "\n") + marks;
    ordered_json file = head(points_of(student.hundredths()), output);
    file["tests"] = tests_of(results, student);
    return text_of(file);
}

}  // namespace

void write_gradescope(const ClassResults& results, const std::filesystem::path& folder)
{
    ordered_json nothing = head(0, text_of_failure(results));
    nothing["tests"] = ordered_json::array();
    write_submission_files(folder, {.well_known = "results.json", .ending = ".json"}, text_of(nothing),
                           [&](const AddFile& add) {
                               FileNames names;
                               results.for_each_student([&](const StudentResult& student) {
                                   add(names.name_for(student.student), file_of(results, student));
                               });
                           });
}

}  // namespace atelier
