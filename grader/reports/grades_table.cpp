// SPDX-License-Identifier: MIT
#include "reports/grades_table.hpp"

#include "csv.hpp"
#include "message.hpp"
#include "reports/told_checks.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// Rows of one table, whose cells come one after the other.
class Table {
public:
    explicit Table(const Sink& out) : out_(out) { out_("\xEF\xBB\xBF"); }

    Table& cell(const std::string& text)
    {
        row_ += row_.empty() ? "" : language() == "fr" ? ";" : ",";
        row_ += csv_field_for_people(visible_lines_of(text));
        return *this;
    }
    Table& points(int hundredths) { return cell(shown_points(hundredths)); }

    void end_row()
    {
        row_ += "\r\n";
        out_(row_);
        row_.clear();
    }

private:
    /// Lines stay lines; the last one has no end.
    static std::string visible_lines_of(const std::string& text)
    {
        std::string shown = visible_lines(text);
        shown.erase(shown.find_last_not_of('\n') + 1);
        return shown;
    }

    const Sink& out_;
    std::string row_;
};

void tell_failure(const ClassResults& results, Table& table)
{
    if (!results.failure.empty()) {
        table.cell(text_of_failure(results)).end_row();
    }
}

std::string state_of(const CheckVerdict& check)
{
    switch (check.status) {
        case CheckStatus::passed: return tr("réussie");
        case CheckStatus::failed: return tr("perdue");
        case CheckStatus::not_run: break;
    }
    return tr("non exécutée");
}

}  // namespace

void write_grades_csv(const ClassResults& results, const Sink& out)
{
    Table table(out);
    int most = 0;
    table.cell(tr("Étudiant")).cell(tr("Identifiant")).cell(tr("Rendu le"));
    for (const GradedExercise& exercise : results.exercises) {
        table.cell(tr("{} (sur {})", exercise.short_id(), exercise.max_points()));
        most += exercise.max_points();
    }
    table.cell(tr("Total (sur {})", most)).cell(tr("Remarques")).end_row();
    results.for_each_student([&](const StudentResult& student) {
        table.cell(visible(student.student)).cell(visible(student.key)).cell(visible(student.handed_in));
        for (const Mark& mark : student.marks) {
            table.points(mark.hundredths);
        }
        table.points(student.hundredths()).cell(text_of_marks(results, student)).end_row();
    });
    tell_failure(results, table);
}

void write_checks_csv(const ClassResults& results, const Sink& out)
{
    Table table(out);
    for (const std::string& title : {tr("Étudiant"), tr("Identifiant"), tr("Exercice"), tr("Tâche"), tr("Vérification"),
                                     tr("Intitulé"), tr("État"), tr("Points"), tr("Sur"), tr("Explication")}) {
        table.cell(title);
    }
    table.end_row();
    results.for_each_student([&](const StudentResult& student) {
        for (const Verdict& verdict : student.verdicts) {
            for (std::size_t i = 0; i < verdict.checks.size(); ++i) {
                const CheckVerdict& check = verdict.checks[i];
                table.cell(visible(student.student)).cell(visible(student.key)).cell(verdict.exercise);
                table.cell(std::to_string(check.info.task)).cell(check.info.name).cell(check.info.title);
                table.cell(state_of(check)).points(check.status == CheckStatus::passed ? check.info.points * 100 : 0);
                table.points(check.info.points * 100).cell(text_of_check(verdict, i)).end_row();
            }
        }
    });
    tell_failure(results, table);
}

}  // namespace atelier
