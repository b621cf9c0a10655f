// SPDX-License-Identifier: MIT
#include "reports/exercism.hpp"

#include <nlohmann/json.hpp>

#include "message.hpp"
#include "reports/submission_files.hpp"
#include "reports/told_checks.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

using nlohmann::ordered_json;

constexpr std::size_t longest_message = 65'535;  ///< characters, and bytes: its reader may count either
constexpr std::size_t longest_name = 500;

/// The one way by which text reaches a file: as a JSON string.
std::string text_of(const ordered_json& json)
{
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + '\n';
}

std::string message_of(const std::string& text)
{
    return first_characters(text.empty() ? tr("Rien n'a pu être vérifié.") : text, longest_message, longest_message);
}

std::string broken(const std::string& message)
{
    return text_of(
        {{"version", 3}, {"status", "error"}, {"message", message_of(message)}, {"tests", ordered_json::array()}});
}

std::string file_of(const Verdict& verdict)
{
    if (verdict.outcome != VerdictOutcome::graded || verdict.checks.empty()) {
        return broken(verdict.checks.empty() ? verdict.message : text_of_check(verdict, 0));
    }
    ordered_json tests = ordered_json::array();
    for (std::size_t i = 0; i < verdict.checks.size(); ++i) {
        const CheckVerdict& check = verdict.checks[i];
        // No `test_code`: checks are not shown to students; what they ask is in the exercise's statement.
        ordered_json test{{"name", first_characters(check.info.title, longest_name, longest_message)},
                          {"status", check.status == CheckStatus::passed   ? "pass"
                                     : check.status == CheckStatus::failed ? "fail"
                                                                           : "error"}};
        if (check.status != CheckStatus::passed) {
            test["message"] = message_of(text_of_check(verdict, i));
        }
        if (check.info.task > 0) {
            test["task_id"] = check.info.task;
        }
        tests.push_back(std::move(test));
    }
    return text_of({{"version", 3},
                    {"status", verdict.is_perfect() ? "pass" : "fail"},
                    {"message", nullptr},
                    {"tests", std::move(tests)}});
}

}  // namespace

std::string first_characters(std::string_view text, std::size_t most, std::size_t most_bytes)
{
    constexpr std::string_view goes_on = "…";
    std::size_t end = 0;
    std::size_t end_before_mark = 0;
    for (std::size_t count = 0; end < text.size(); ++count) {
        const std::size_t next = end + decode_utf8(text.substr(end)).bytes;
        if (count == most || next > most_bytes) {
            return std::string(text.substr(0, end_before_mark)).append(goes_on);
        }
        end = next;
        end_before_mark = count + 1 < most && end + goes_on.size() <= most_bytes ? end : end_before_mark;
    }
    return std::string(text);
}

void write_exercism(const ClassResults& results, const std::filesystem::path& folder)
{
    write_submission_files(folder, {.well_known = "results.json", .ending = ".json"}, broken(text_of_failure(results)),
                           [&](const AddFile& add) {
                               FileNames names;
                               results.for_each_student([&](const StudentResult& student) {
                                   const std::string name = names.name_for(student.student);
                                   for (const Verdict& verdict : student.verdicts) {
                                       add(name + "/" + verdict.exercise, file_of(verdict));
                                   }
                               });
                           });
}

}  // namespace atelier
