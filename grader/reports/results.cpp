// SPDX-License-Identifier: MIT
#include "reports/results.hpp"

#include <nlohmann/json.hpp>

#include "show.hpp"

namespace atelier {

namespace {

using nlohmann::ordered_json;

std::string text_of(const ordered_json& json)
{
    // What a student wrote may be no text: bad bytes are replaced.
    return json.dump(2, ' ', false, ordered_json::error_handler_t::replace);
}

ordered_json json_of(const StudentResult& student)
{
    ordered_json exercises = ordered_json::array();
    for (std::size_t i = 0; i < student.verdicts.size(); ++i) {
        ordered_json exercise = to_json(student.verdicts[i]);
        if (!student.marks[i].note.empty()) {
            exercise["hundredths"] = student.marks[i].hundredths;
            exercise["note"] = student.marks[i].note;
        }
        exercises.push_back(std::move(exercise));
    }
    ordered_json told{{"student", student.student}};
    if (!student.key.empty()) {
        told["key"] = student.key;
    }
    if (!student.handed_in.empty()) {
        told["handed_in"] = student.handed_in;
    }
    told["points"] = student.points();
    told["max_points"] = student.max_points();
    if (student.hundredths() != student.points() * 100) {
        told["hundredths"] = student.hundredths();
    }
    told["exercises"] = std::move(exercises);
    return told;
}

}  // namespace

void write_results_json(const ClassResults& results, const Sink& out)
{
    ordered_json refused = ordered_json::array();
    for (const Refusal& refusal : results.refused) {
        refused.push_back({{"where", refusal.where}, {"reason", refusal.reason}});
    }
    ordered_json head{{"run",
                       {{"grader", results.run.grader},
                        {"tier", name_of(results.run.tier)},
                        {"seed", results.run.seed},
                        {"compiler", results.run.compiler}}}};
    if (!results.failure.empty()) {
        head["failure"] = results.failure;
    }
    if (!refused.empty()) {
        head["refused"] = std::move(refused);
    }
    // The outer object is written by hand: a whole class need not fit in memory.
    std::string start = text_of(head);
    start.resize(start.size() - 2);  // its last line
    out(start);
    out(",\n  \"submissions\": [");
    const char* separator = "\n";
    results.for_each_student([&](const StudentResult& student) {
        std::string lines = indented(text_of(json_of(student)), "    ");
        lines.pop_back();  // the end of its last line
        out(separator);
        out(lines);
        separator = ",\n";
    });
    out(results.students == 0 ? "]\n}\n" : "\n  ]\n}\n");
}

}  // namespace atelier
