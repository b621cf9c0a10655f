// SPDX-License-Identifier: MIT
#include "reports/github.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>
#include <vector>

#include "message.hpp"
#include "reports/answer_paths.hpp"
#include "reports/folder_replacement.hpp"
#include "reports/runner_commands.hpp"
#include "reports/told_checks.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

using Properties = std::vector<std::pair<const char*, std::string>>;

constexpr long most_of_a_kind = 10;
constexpr std::size_t most_message_lines = 12;
constexpr std::size_t most_message_bytes = 1000;

/// Prints the first annotations of each kind, and counts the others.
class Annotations {
public:
    explicit Annotations(const Sink& out) : out_(out) {}

    void add(const char* kind, const Properties& properties, const std::string& message)
    {
        if (++counts_[kind] <= most_of_a_kind) {
            out_(runner_command(kind, properties, shortened(message, most_message_lines, most_message_bytes)));
        }
    }

    void end()
    {
        long left_out = 0;
        for (const auto& [kind, count] : counts_) {
            left_out += std::max(count - most_of_a_kind, 0L);
        }
        if (left_out > 0) {
            out_(runner_command("notice", {},
                                tr_plural("{} autre remarque n'est pas montrée ici : elle est dans le résumé.",
                                          "{} autres remarques ne sont pas montrées ici : elles sont dans le résumé.",
                                          left_out)));
        }
    }

private:
    const Sink& out_;
    std::map<std::string, long> counts_;
};

void annotate(const ClassResults& results, const StudentResult& student, std::size_t index, Annotations& annotations)
{
    const GradedExercise& exercise = results.exercises[index];
    const Verdict& verdict = student.verdicts[index];
    const std::string file = path_of_answer(results, student, index);
    for (const Finding& finding : verdict.findings) {
        Properties properties{{"file", file}, {"line", std::to_string(finding.line)}};
        if (finding.column > 0) {
            properties.emplace_back("col", std::to_string(finding.column));
        }
        properties.emplace_back("title", exercise.short_id() + " · " + exercise.title);
        annotations.add("error", properties, finding.message);
    }
    if (verdict.outcome == VerdictOutcome::does_not_compile && verdict.findings.empty()) {
        annotations.add("error", {{"file", file}, {"title", exercise.short_id() + " · " + exercise.title}},
                        verdict.message);
    }
    for (std::size_t i = 0; i < verdict.checks.size(); ++i) {
        if (verdict.outcome == VerdictOutcome::graded && verdict.checks[i].status != CheckStatus::passed) {
            annotations.add("warning", {{"file", file}, {"title", name_of_check(exercise, verdict.checks[i].info)}},
                            text_of_check(verdict, i));
        }
    }
}

/// Several lines as they are. Nothing in it can end the block, nor begin another.
std::string markdown_block(std::string_view text)
{
    std::string block = "<pre>";
    for (const char c : visible_lines(text)) {
        switch (c) {
            case '&': block += "&amp;"; break;
            case '<': block += "&lt;"; break;
            case '>': block += "&gt;"; break;
            default: block += c;
        }
    }
    return block + "</pre>\n";
}

/// Takes whole pieces as long as there is room for them and for saying that there was not.
class Summary {
public:
    Summary(const Sink& out, std::size_t most_bytes)
        : out_(out), room_(most_bytes - std::min(most_bytes, last_words_room))
    {
    }

    void add(const std::string& piece)
    {
        full_ = full_ || piece.size() > room_;
        if (!full_) {
            room_ -= piece.size();
            out_(piece);
        }
    }

    void end()
    {
        if (full_) {
            out_("\n" +
                 markdown_text(tr("Ce résumé s'arrête là, faute de place : le reste est dans les autres rapports.")) +
                 "\n");
        }
    }

private:
    static constexpr std::size_t last_words_room = 400;

    const Sink& out_;
    std::size_t room_;
    bool full_ = false;
};

std::string cell(const Verdict& verdict, const Mark& mark)
{
    return verdict.outcome == VerdictOutcome::no_answer ? std::string("–")
                                                        : markdown_text(shown_points(mark.hundredths));
}

std::string head_of_table(const ClassResults& results)
{
    std::string titles = "| " + markdown_text(tr("Étudiant")) + " |";
    std::string lines = "| --- |";
    int most = 0;
    for (const GradedExercise& exercise : results.exercises) {
        titles += fmt::format(" {} |", markdown_text(tr("{} (sur {})", exercise.short_id(), exercise.max_points())));
        lines += " ---: |";
        most += exercise.max_points();
    }
    return fmt::format("{} {} |\n{} ---: |\n", titles, markdown_text(tr("Total (sur {})", most)), lines);
}

std::string row_of(const StudentResult& student)
{
    std::string row = "| " + markdown_text(student.student) + " |";
    for (std::size_t i = 0; i < student.verdicts.size(); ++i) {
        row += " " + cell(student.verdicts[i], student.marks[i]) + " |";
    }
    return row + " " + markdown_text(shown_points(student.hundredths())) + " |\n";
}

void tell_what_was_lost(const ClassResults& results, const StudentResult& student, Summary& summary)
{
    for (std::size_t i = 0; i < student.verdicts.size(); ++i) {
        const GradedExercise& exercise = results.exercises[i];
        const Verdict& verdict = student.verdicts[i];
        if (verdict.is_perfect()) {
            continue;
        }
        summary.add(fmt::format("\n### {}\n\n", markdown_text(exercise.short_id() + " · " + exercise.title)));
        if (verdict.outcome != VerdictOutcome::graded) {
            summary.add(markdown_block(verdict.message));
            continue;
        }
        for (std::size_t j = 0; j < verdict.checks.size(); ++j) {
            if (verdict.checks[j].status != CheckStatus::passed) {
                summary.add(fmt::format("\n**✗ {}**\n\n{}", markdown_text(verdict.checks[j].info.title),
                                        markdown_block(text_of_check(verdict, j))));
            }
        }
    }
    if (const std::string marks = text_of_marks(results, student); !marks.empty()) {
        summary.add("\n" + markdown_block(marks));
    }
}

}  // namespace

std::string markdown_text(std::string_view text)
{
    std::string shown;
    for (const char c : visible(text)) {
        const bool is_sign =
            c > ' ' && c < '\x7F' && !(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z');
        shown += is_sign ? fmt::format("&#{};", static_cast<int>(c)) : std::string(1, c);
        if (c == '@') {
            shown += "&#8288;";  // a word joiner: names are not called out to
        }
    }
    return shown;
}

void write_annotations(const ClassResults& results, const Sink& out)
{
    Annotations annotations(out);
    if (!results.failure.empty()) {
        annotations.add("error", {{"title", "Atelier"}}, text_of_failure(results));
    }
    for (const Refusal& refusal : results.refused) {
        annotations.add("warning", {{"title", tr("Refusé : {}", visible(refusal.where))}}, refusal.reason);
    }
    if (results.students == 1) {
        results.for_each_student([&](const StudentResult& student) {
            for (std::size_t i = 0; i < student.verdicts.size(); ++i) {
                annotate(results, student, i, annotations);
            }
        });
    }
    annotations.end();
}

void write_summary(const ClassResults& results, const Sink& out, std::size_t most_bytes)
{
    Summary summary(out, most_bytes);
    summary.add("## Atelier\n\n");
    if (!results.failure.empty()) {
        summary.add("**" + markdown_text(text_of_failure(results)) + "**\n\n");
    }
    summary.add(head_of_table(results));
    results.for_each_student([&](const StudentResult& student) { summary.add(row_of(student)); });
    for (const Refusal& refusal : results.refused) {
        summary.add(fmt::format("{}- {}\n", &refusal == results.refused.data() ? "\n" : "",
                                markdown_text(tr("Refusé : {}", refusal.where) + " — " + refusal.reason)));
    }
    if (results.students == 1) {
        results.for_each_student([&](const StudentResult& student) { tell_what_was_lost(results, student, summary); });
    }
    summary.end();
}

void write_github(const ClassResults& results, const fs::path& folder)
{
    const auto is_ours = [](std::string_view name) { return name == "annotations.txt" || name == "summary.md"; };
    replace_folder(folder, is_ours, [&](const fs::path& place) {
        write_pieces_durably(place / "annotations.txt", [&](const Sink& sink) { write_annotations(results, sink); });
        write_pieces_durably(place / "summary.md", [&](const Sink& sink) { write_summary(results, sink); });
    });
}

}  // namespace atelier
