// SPDX-License-Identifier: MIT
#include "reports/classroom.hpp"

#include <nettle/base64.h>

#include <cstdint>
#include <nlohmann/json.hpp>

#include "message.hpp"
#include "reports/runner_commands.hpp"
#include "reports/submission_files.hpp"
#include "reports/told_checks.hpp"
#include "show.hpp"

namespace atelier {

namespace {

using nlohmann::ordered_json;

std::string in_base64(std::string_view bytes)
{
    std::string text(BASE64_ENCODE_RAW_LENGTH(bytes.size()), '\0');
    ::base64_encode_raw(text.data(), bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    return text;
}

std::string file_of(const char* status, int max_score, const ordered_json& tests)
{
    const ordered_json all{{"version", 1}, {"status", status}, {"max_score", max_score}, {"tests", tests}};
    return in_base64(all.dump(-1, ' ', false, ordered_json::error_handler_t::replace)) + '\n';
}

ordered_json test_of(const std::string& name, const char* status, double score, const std::string& message)
{
    return {
        {"name", without_commands(name)}, {"status", status}, {"score", score}, {"message", without_commands(message)}};
}

void add_tests_of(const GradedExercise& exercise, const Verdict& verdict, const Mark& mark, ordered_json& tests)
{
    for (std::size_t i = 0; i < verdict.checks.size(); ++i) {
        const CheckVerdict& check = verdict.checks[i];
        const bool passed = check.status == CheckStatus::passed;
        tests.push_back(test_of(name_of_check(exercise, check.info),
                                passed                                ? "pass"
                                : check.status == CheckStatus::failed ? "fail"
                                                                      : "error",
                                passed ? check.info.points : 0, text_of_check(verdict, i)));
    }
    if (const int difference = mark.hundredths - verdict.points() * 100; difference != 0) {
        tests.push_back(test_of(tr("{} · Règles du cours", exercise.short_id()), difference < 0 ? "fail" : "pass",
                                points_of(difference), visible_lines(mark.note)));
    }
}

std::string file_of(const ClassResults& results, const StudentResult& student)
{
    ordered_json tests = ordered_json::array();
    for (std::size_t i = 0; i < student.verdicts.size(); ++i) {
        add_tests_of(results.exercises[i], student.verdicts[i], student.marks[i], tests);
    }
    if (const std::string failure = text_of_failure(results); !failure.empty()) {
        tests.push_back(test_of(tr("Correction"), "error", 0, failure));
    }
    const bool all = results.failure.empty() && student.points() == student.max_points();
    return file_of(all ? "pass" : "fail", student.max_points(), tests);
}

std::string nothing_of(const ClassResults& results)
{
    int most = 0;
    for (const GradedExercise& exercise : results.exercises) {
        most += exercise.max_points();
    }
    return file_of("error", most,
                   ordered_json::array({test_of(tr("Correction"), "error", 0, text_of_failure(results))}));
}

}  // namespace

void write_classroom(const ClassResults& results, const std::filesystem::path& folder)
{
    write_submission_files(folder, {.well_known = "result.txt", .ending = ".txt"}, nothing_of(results),
                           [&](const AddFile& add) {
                               FileNames names;
                               results.for_each_student([&](const StudentResult& student) {
                                   add(names.name_for(student.student), file_of(results, student));
                               });
                           });
}

}  // namespace atelier
