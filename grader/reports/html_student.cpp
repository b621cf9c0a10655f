// SPDX-License-Identifier: MIT
#include "reports/html_student.hpp"

#include <algorithm>

#include "message.hpp"
#include "reports/html_frame.hpp"
#include "show.hpp"

namespace atelier {

namespace {

std::string points_of(int hundredths, int max_points)
{
    return fmt::format("{} / {}", shown_points(hundredths), max_points);
}

/// The seed of an exam is nobody's to know: the command that plays a run again is shown without it.
std::string without_seed(std::string replay, const RunInfo& run)
{
    const std::string option = fmt::format(" --seed {}", run.seed);
    for (std::size_t at = replay.find(option); at != std::string::npos; at = replay.find(option, at)) {
        replay.erase(at, option.size());
    }
    return replay;
}

/// Whether a line of a message is drawn, as tables, code and what compilers say are: its blanks count.
bool is_drawn(std::string_view line)
{
    return line.empty() || line.front() == ' ' || line.front() == '\t' || line.find("│") != std::string_view::npos;
}

/// A message in full: its sentences as paragraphs, what is drawn as it is.
Html said(std::string_view message)
{
    Html html_of_all = html("<div class=\"said\"{}>\n", in_french());
    std::string drawn;
    const auto end_drawing = [&] {
        while (!drawn.empty() && drawn.back() == '\n') {
            drawn.pop_back();
        }
        if (!drawn.empty()) {
            html_of_all += html("<pre tabindex=\"0\">{}</pre>\n", html_lines(drawn));
        }
        drawn.clear();
    };
    for (const std::string_view line : lines_of(message)) {
        if (is_drawn(line)) {
            // An empty line counts inside a drawing only.
            drawn += drawn.empty() && line.empty() ? std::string() : std::string(line) + "\n";
        } else {
            end_drawing();
            html_of_all += html("<p>{}</p>\n", html_lines(line));
        }
    }
    end_drawing();
    html_of_all += html("</div>\n");
    return html_of_all;
}

class StudentPage {
public:
    StudentPage(const StudentResult& student, const std::vector<GradedExercise>& exercises, const RunInfo& run)
        : student_(student), exercises_(exercises), run_(run)
    {
    }

    Html page()
    {
        page_ = page_head(tr("Résultats de {}", student_.student), false);
        page_ += html("<a class=\"skip\" href=\"#exercices\">{}</a>\n<div class=\"page student\">\n",
                      tr("Aller aux exercices"));
        head();
        page_ += html("<main id=\"exercices\">\n");
        summary();
        for (std::size_t i = 0; i < exercises_.size(); ++i) {
            exercise(exercises_[i], student_.verdicts.at(i), student_.marks.at(i));
        }
        page_ += html("</main>\n");
        page_ += html("<footer><p>{}</p></footer>\n</div>\n",
                      tr("Corrigé par Atelier {}. Cette page ne parle que de vous.", run_.grader));
        page_ += page_foot(false);
        return std::move(page_);
    }

private:
    void head()
    {
        page_ += html("<header>\n<p class=\"kicker\">{}</p>\n<h1><bdi>{}</bdi></h1>\n"
                      "<p class=\"score\"><strong>{}</strong> {}</p>\n",
                      tr("Résultats"), student_.student, points_of(student_.hundredths(), student_.max_points()),
                      tr("points"));
        if (!student_.handed_in.empty()) {
            page_ += html("<p>{}</p>\n", tr("Rendu le {}.", shown_time(student_.handed_in)));
        }
        if (student_.points() == student_.max_points()) {
            page_ += html("<p class=\"bravo\">{}</p>\n", tr("Tout est juste. Bravo !"));
        }
        page_ += html("</header>\n");
    }

    void summary()
    {
        page_ += html(
            "<table class=\"plain\">\n<caption>{}</caption>\n<thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th>"
            "<th scope=\"col\" class=\"number\">{}</th></tr></thead>\n<tbody>\n",
            tr("En un coup d'œil"), tr("Exercice"), tr("État"), tr("Points"));
        for (std::size_t i = 0; i < exercises_.size(); ++i) {
            const Mark& mark = student_.marks[i];
            page_ += html("<tr><th scope=\"row\"><a href=\"#{}\">{}</a> <span{}>{}</span></th><td>{}</td>"
                          "<td class=\"number\">{}{}</td></tr>\n",
                          exercises_[i].id, exercises_[i].short_id(), in_french(), exercises_[i].title,
                          state_of(student_.verdicts[i]), points_of(mark.hundredths, exercises_[i].max_points()),
                          mark.note.empty() ? "" : " *");
        }
        page_ += html("</tbody>\n</table>\n");
        const bool any_note = std::any_of(student_.marks.begin(), student_.marks.end(),
                                          [](const Mark& mark) { return !mark.note.empty(); });
        if (any_note) {
            page_ += html("<p class=\"small\">{}</p>\n",
                          tr("* Points changés par les règles de la classe : le détail est avec l'exercice."));
        }
    }

    static std::string state_of(const Verdict& verdict)
    {
        switch (verdict.outcome) {
            case VerdictOutcome::no_answer: return tr("aucune réponse");
            case VerdictOutcome::does_not_compile: return tr("ne compile pas");
            case VerdictOutcome::graded: break;
        }
        const long lost = std::count_if(verdict.checks.begin(), verdict.checks.end(),
                                        [](const CheckVerdict& check) { return check.status != CheckStatus::passed; });
        return lost == 0 ? tr("tout est juste") : tr_plural("{} vérification perdue", "{} vérifications perdues", lost);
    }

    void exercise(const GradedExercise& exercise, const Verdict& verdict, const Mark& mark)
    {
        page_ += html(
            "<section id=\"{}\">\n<h2><span class=\"id\">{}</span> <span{}>{}</span> <span class=\"points\">{}</span></h2>\n",
            exercise.id, exercise.short_id(), in_french(), exercise.title,
            points_of(mark.hundredths, exercise.max_points()));
        if (!mark.note.empty()) {
            page_ += html("<p class=\"note\">{}</p>\n",
                          tr("Points de la réponse : {} ; après les règles de la classe : {}. {}", verdict.points(),
                             shown_points(mark.hundredths), mark.note));
        }
        if (verdict.outcome != VerdictOutcome::graded) {
            page_ +=
                html("<p class=\"state\">{}</p>\n", verdict.outcome == VerdictOutcome::no_answer
                                                        ? tr("Aucune réponse n'a été trouvée dans la copie.")
                                                        : tr("La réponse ne compile pas : rien n'a pu être vérifié."));
            if (verdict.outcome == VerdictOutcome::does_not_compile) {
                page_ += said(verdict.message);
            }
        }
        page_ += html("<ol class=\"checks\">\n");
        for (const CheckVerdict& each : verdict.checks) {
            check(exercise, verdict, each);
        }
        page_ += html("</ol>\n");
        if (!verdict.answer_sha256.empty()) {
            page_ += html("<p class=\"small\">{} <code class=\"digest\">{}</code></p>\n",
                          tr("Empreinte SHA-256 de la réponse corrigée :"), verdict.answer_sha256);
        }
        page_ += html("</section>\n");
    }

    void check(const GradedExercise& exercise, const Verdict& verdict, const CheckVerdict& check)
    {
        const bool passed = check.status == CheckStatus::passed;
        const bool ran = check.status != CheckStatus::not_run;
        page_ += html(
            "<li class=\"{}\"><p><span class=\"mark\">{}</span> <span{}>{}</span> <span class=\"points\">{}</span></p>\n",
            passed ? "passed"
            : ran  ? "failed"
                   : "not-run",
            passed ? tr("✓ réussie")
            : ran  ? tr("✗ perdue")
                   : tr("– non vérifiée"),
            in_french(), check.info.title, points_of(passed ? check.info.points * 100 : 0, check.info.points));
        if (check.status == CheckStatus::failed) {
            message(verdict, check);
            if (!check.replay.empty()) {
                page_ += html("<p>{} <code>{}</code></p>\n", tr("Rejouer :"), without_seed(check.replay, run_));
            }
            if (check.info.hint > 0) {
                page_ += html("<p>{} <code>{}</code></p>\n", tr("Indice :"),
                              fmt::format("./atelier hint {} {}", exercise.short_id(), check.info.hint));
            }
        }
        page_ += html("</li>\n");
    }

    void message(const Verdict& verdict, const CheckVerdict& check)
    {
        if (check.message.empty()) {
            return;
        }
        // One cause may cost several checks: its words are worth reading once.
        const auto same = std::find_if(verdict.checks.begin(), verdict.checks.end(),
                                       [&](const CheckVerdict& other) { return other.message == check.message; });
        page_ += same->info.name == check.info.name
                     ? said(check.message)
                     : html("<p>{}</p>\n", tr("Même échec que « {} ».", same->info.title));
    }

    const StudentResult& student_;
    const std::vector<GradedExercise>& exercises_;
    const RunInfo& run_;
    Html page_;
};

}  // namespace

Html student_page(const StudentResult& student, const std::vector<GradedExercise>& exercises, const RunInfo& run)
{
    return StudentPage(student, exercises, run).page();
}

}  // namespace atelier
