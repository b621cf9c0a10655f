// SPDX-License-Identifier: MIT
#include "reports/html_grid.hpp"

#include "message.hpp"
#include "reports/html_frame.hpp"
#include "reports/html_overview.hpp"

namespace atelier {

namespace {

class Grid {
public:
    Grid(const ClassTally& tally, const Sink& out) : tally_(tally), out_(out) {}

    void write() { students(); }

private:
    void put(const Html& piece) { out_(piece.text); }

    [[nodiscard]] int percent_of(std::int64_t hundredths) const
    {
        return percent(hundredths, std::int64_t{tally_.max_points()} * 100);
    }

    void students()
    {
        put(html(
            "<section class=\"wide\" aria-labelledby=\"etudiants\">\n<h2 id=\"etudiants\" tabindex=\"-1\">{}</h2>\n",
            tr("Étudiants et exercices")));
        filters();
        legend();
        put(html(
            "<div class=\"scroll tall\" role=\"region\" aria-labelledby=\"titre-etudiants\" tabindex=\"0\">\n"
            "<table class=\"sortable heat{}\" id=\"classe\">\n<caption id=\"titre-etudiants\">{}</caption>\n<thead><tr>"
            "<th scope=\"col\" data-sort=\"text\">{}</th><th scope=\"col\" class=\"number\" data-sort=\"number\">{}</th>"
            "<th scope=\"col\" class=\"number\" data-sort=\"number\">%</th>",
            tally_.exercises().size() > 25 ? " many" : "", tr("Points par exercice"), tr("Étudiant"), tr("Total")));
        for (const GradedExercise& exercise : tally_.exercises()) {
            put(html("<th scope=\"col\" class=\"number\" data-sort=\"number\">{} <small>/{}</small>"
                     "<span class=\"unseen\"{}> {}</span></th>",
                     exercise.short_id(), exercise.max_points(), in_french(), exercise.title));
        }
        put(html("</tr></thead>\n<tbody>\n"));
        for (std::size_t student = 0; student < tally_.lines().size(); ++student) {
            row(student);
        }
        put(html("</tbody>\n"));
        means();
        put(html("</table>\n</div>\n</section>\n"));
    }

    void filters()
    {
        put(html(
            "<form class=\"filters\" id=\"filtres\" hidden=\"hidden\">\n<label>{} <input type=\"search\" id=\"nom\" "
            "autocomplete=\"off\"/></label>\n<label>{} <select id=\"etat\">",
            tr("Nom"), tr("État")));
        const std::pair<const char*, std::string> states[] = {{"", tr("tous")},
                                                              {"p", tr("tout est juste")},
                                                              {"h", tr("sous la moitié des points")},
                                                              {"c", tr("une réponse ne compile pas")},
                                                              {"a", tr("une réponse manque")},
                                                              {"m", tr("points changés par les règles")}};
        for (const auto& [value, name] : states) {
            put(html("<option value=\"{}\">{}</option>", value, name));
        }
        put(html("</select></label>\n<output id=\"combien\" for=\"nom etat\" data-words=\"{}\"></output>\n</form>\n",
                 tr("Affichés : {} sur {}", "#", "##")));
    }

    void legend()
    {
        put(html("<ul class=\"legend\" aria-label=\"{}\">", tr("Légende")));
        const std::pair<const char*, std::string> shades[] = {{"h0", shown_percent(0)},
                                                              {"h1", tr("moins de {}", shown_percent(25))},
                                                              {"h2", tr("moins de {}", shown_percent(50))},
                                                              {"h3", tr("moins de {}", shown_percent(75))},
                                                              {"h4", tr("moins de {}", shown_percent(100))},
                                                              {"h5", shown_percent(100)}};
        for (const auto& [shade, name] : shades) {
            put(html("<li><span class=\"{}\">{}</span></li>", shade, name));
        }
        put(html("<li><span class=\"nc\">{}</span> {}</li><li><span class=\"no\">{}</span> {}</li><li>* {}</li></ul>\n",
                 tr("NC"), tr("ne compile pas"), tr("abs."), tr("aucune réponse"), tr("changé par les règles")));
    }

    void row(std::size_t student)
    {
        const Line& line = tally_.lines()[student];
        std::string states;
        Html cells;
        bool broken = false;
        bool absent = false;
        bool changed = false;
        for (std::size_t i = 0; i < tally_.exercises().size(); ++i) {
            const Cell& cell = tally_.cell(student, i);
            broken = broken || cell.outcome == VerdictOutcome::does_not_compile;
            absent = absent || cell.outcome == VerdictOutcome::no_answer;
            changed = changed || cell.is_changed;
            cells += cell_of(cell, tally_.exercises()[i].max_points());
        }
        states += line.points == tally_.max_points() ? "p" : "";
        states += tally_.is_under_half(student) ? "h" : "";
        states += broken ? "c" : "";
        states += absent ? "a" : "";
        states += changed ? "m" : "";
        const int share = percent_of(line.hundredths);
        put(html("<tr data-s=\"{}\"><th scope=\"row\">{}</th><td class=\"total\" data-v=\"{}\">{}</td>"
                 "<td class=\"total\">{}</td>{}</tr>\n",
                 states, student_link(tally_, student), line.hundredths, shown_points(line.hundredths), share, cells));
    }

    static Html cell_of(const Cell& cell, int max_points)
    {
        const std::string star = cell.is_changed ? "*" : "";
        if (cell.outcome == VerdictOutcome::no_answer && cell.hundredths == 0) {
            return html("<td class=\"no\" data-v=\"-2\">{}{}</td>", tr("abs."), star);
        }
        if (cell.outcome == VerdictOutcome::does_not_compile && cell.hundredths == 0) {
            return html("<td class=\"nc\" data-v=\"-1\">{}{}</td>", tr("NC"), star);
        }
        const std::int32_t all = max_points * 100;
        const int shade = cell.hundredths >= all ? 5 : cell.hundredths <= 0 ? 0 : cell.hundredths * 4 / all + 1;
        return html("<td class=\"h{}\" data-v=\"{}\">{}{}</td>", shade, cell.hundredths, shown_points(cell.hundredths),
                    star);
    }

    void means()
    {
        if (tally_.lines().empty()) {
            return;
        }
        const std::int32_t mean = tally_.summary().mean;
        const auto n = static_cast<std::int64_t>(tally_.lines().size());
        put(html("<tfoot><tr><th scope=\"row\">{}</th><td class=\"total\">{}</td><td class=\"total\">{}</td>",
                 tr("Moyenne"), to_a_tenth(mean), percent_of(mean)));
        for (std::size_t i = 0; i < tally_.exercises().size(); ++i) {
            std::int64_t sum = 0;
            for (std::size_t student = 0; student < tally_.lines().size(); ++student) {
                sum += tally_.cell(student, i).hundredths;
            }
            put(html("<td>{}</td>", to_a_tenth(static_cast<std::int32_t>(sum / n))));
        }
        put(html("</tr></tfoot>\n"));
    }

    const ClassTally& tally_;
    const Sink& out_;
};

}  // namespace

void write_student_grid(const ClassTally& tally, const Sink& out) { Grid(tally, out).write(); }

}  // namespace atelier
