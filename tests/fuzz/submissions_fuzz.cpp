// SPDX-License-Identifier: MIT
// Whatever students call their folders, each is one entry of the results, and one straight line of the table.
//
// The input: names, a zero byte between them.
#include <nlohmann/json.hpp>

#include "error.hpp"
#include "files.hpp"
#include "fuzz.hpp"
#include "import/collection.hpp"
#include "reports/results.hpp"
#include "reports/table.hpp"
#include "show.hpp"

namespace atelier {
namespace {

using fuzz::promise;

constexpr std::size_t most_names = 6;

void lay_out(const std::vector<std::string>& names, const fs::path& folder)
{
    for (const std::string& name : names) {
        if (!name.empty() && name.find('/') == std::string::npos && name != "." && name != "..") {
            std::error_code code;
            fs::create_directory(folder / name, code);
        }
    }
}

/// A class in which nobody's answer compiles.
ClassResults class_of(const std::vector<Submission>& submissions)
{
    ClassResults results;
    results.exercises = {{.id = "01a-ouvrir", .title = "Ouvrir", .checks = {CheckInfo{}}}};
    results.students = submissions.size();
    results.for_each_student = [&submissions](const auto& visit) {
        for (const Submission& submission : submissions) {
            Exercise exercise;
            exercise.id = "01a-ouvrir";
            exercise.checks.resize(1);
            visit(
                {.student = submission.student,
                 .key = {},
                 .handed_in = {},
                 .verdicts = {not_graded(exercise, VerdictOutcome::does_not_compile, "message " + submission.student)},
                 .marks = {Mark{}}});
        }
    };
    return results;
}

void check_reports(const std::vector<Submission>& submissions)
{
    const std::string table = results_table(class_of(submissions));
    fuzz::promise_readable(table, 10'000);
    const std::vector<std::string> lines = fuzz::split(table, '\n');
    promise(lines.size() == submissions.size() + 1, "a student has a line", table);
    std::size_t longest = display_width("étudiant");
    for (const Submission& submission : submissions) {
        longest = std::max(longest, display_width(submission.student));
    }
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        const std::string& line = lines[i + 1];
        const std::string cell = padded(visible(submissions[i].student), longest + 2) + "ne compile pas  0/";
        promise(line.substr(0, cell.size()) == cell, "a column is straight", table);
    }
    std::string json;
    write_results_json(class_of(submissions), [&](std::string_view piece) { json += piece; });
    promise(is_valid_utf8(json), "results.json is text");
    const nlohmann::json all = nlohmann::json::parse(json);
    promise(all.at("submissions").size() == submissions.size(), "a student has an entry", json);
    for (std::size_t i = 0; i < submissions.size(); ++i) {
        promise(all.at("submissions")[i].at("student") == submissions[i].student, "a name is kept", json);
    }
}

void test(std::string_view input)
{
    std::vector<std::string> names = fuzz::split(input, '\0');
    names.resize(std::min(names.size(), most_names));
    const TemporaryFolder folder;
    lay_out(names, folder.path());
    try {
        check_reports(collect(Catalog{}, folder.path()).submissions);
    } catch (const Error& error) {
        promise(std::string_view(error.what()).find("aucune copie") != std::string_view::npos, "submissions are found",
                error.what());
    }
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
