// SPDX-License-Identifier: MIT
#include "reports/told_checks.hpp"

#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

std::string without_last_end(std::string text)
{
    text.erase(text.find_last_not_of('\n') + 1);
    return text;
}

}  // namespace

std::string name_of_check(const GradedExercise& exercise, const CheckInfo& check)
{
    return exercise.short_id() + " · " + check.title;
}

std::string text_of_check(const Verdict& verdict, std::size_t index)
{
    const CheckVerdict& check = verdict.checks[index];
    if (check.status == CheckStatus::passed) {
        return {};
    }
    if (check.status == CheckStatus::not_run && check.message.empty()) {
        return index == 0 ? without_last_end(visible_lines(verdict.message))
                          : tr("Cette vérification n'a pas eu lieu, pour la même raison que la première.");
    }
    const std::string message = without_last_end(visible_lines(check.message));
    // A seed that a teacher keeps secret does not reach students by the command that plays a run again.
    const bool silent = check.replay.empty() || check.replay.find(" --seed ") != std::string::npos;
    return silent ? message : message + "\n" + tr("Rejouer : {}", visible(check.replay));
}

std::string text_of_marks(const ClassResults& results, const StudentResult& student)
{
    std::string text;
    for (std::size_t i = 0; i < student.marks.size(); ++i) {
        const Mark& mark = student.marks[i];
        if (!mark.note.empty()) {
            text += (text.empty() ? "" : "\n") + tr("{} : {} points au lieu de {}. {}", results.exercises[i].short_id(),
                                                    shown_points(mark.hundredths), student.verdicts[i].points(),
                                                    visible(mark.note));
        }
    }
    return text;
}

std::string text_of_failure(const ClassResults& results)
{
    return results.failure.empty() ? std::string()
                                   : tr("La correction ne s'est pas terminée, et les réponses n'y sont pour rien : {}",
                                        visible(results.failure));
}

}  // namespace atelier
