// SPDX-License-Identifier: MIT
#include "reports/html_class.hpp"

#include <algorithm>
#include <numeric>

#include "message.hpp"
#include "reports/html_frame.hpp"
#include "reports/html_items.hpp"

namespace atelier {

namespace {

constexpr std::size_t most_named = 8;  ///< students named among those who need help

class ClassPage {
public:
    ClassPage(const ClassResults& results, const ClassTally& tally, const Sink& out)
        : results_(results), tally_(tally), summary_(tally.summary()), out_(out)
    {
    }

    void write()
    {
        put(page_head(tr("Résultats de la classe"), true));
        put(html("<a class=\"skip\" href=\"#etudiants\">{}</a>\n<div class=\"page\">\n",
                 tr("Aller au tableau des étudiants")));
        head();
        put(html("<main>\n"));
        glance();
        students();
        write_item_analysis(tally_, out_);
        rules();
        refused();
        run();
        put(html("</main>\n</div>\n"));
        put(page_foot(true));
    }

private:
    void put(const Html& piece) { out_(piece.text); }

    [[nodiscard]] int percent_of(std::int64_t hundredths) const
    {
        return percent(hundredths, std::int64_t{tally_.max_points()} * 100);
    }
    [[nodiscard]] bool needs_help(const Line& line) const { return line.hundredths * 2 < tally_.max_points() * 100; }

    void head()
    {
        put(html("<header>\n<p class=\"kicker\">Atelier</p>\n<h1>{}</h1>\n<p>{} · {} · {}</p>\n",
                 tr("Résultats de la classe"), tr_plural("{} étudiant", "{} étudiants", counted(tally_.lines().size())),
                 tr_plural("{} exercice", "{} exercices", counted(tally_.exercises().size())),
                 tr_plural("{} point", "{} points", tally_.max_points())));
        if (!results_.failure.empty()) {
            put(html("<div class=\"fault\"><h2>{}</h2><p>{}</p><p>{}</p></div>\n",
                     tr("La correction n'est pas allée à son terme"), results_.failure,
                     tr("Les étudiants ci-dessous sont ceux qui ont pu être corrigés avant.")));
        }
        put(html(
            "<nav aria-label=\"{}\"><ul><li><a href=\"#apercu\">{}</a></li><li><a href=\"#etudiants\">{}</a></li>"
            "<li><a href=\"#exercices\">{}</a></li><li><a href=\"#correction\">{}</a></li></ul></nav>\n</header>\n",
            tr("Dans cette page"), tr("Aperçu"), tr("Étudiants"), tr("Exercices"), tr("Correction")));
    }

    static long counted(std::size_t count) { return static_cast<long>(count); }

    void tile(const std::string& name, const std::string& value, const std::string& detail, const char* kind = "one")
    {
        put(html("<div><dt>{}</dt><dd><strong class=\"{}\">{}</strong> <span>{}</span></dd></div>\n", name, kind, value,
                 detail));
    }

    /// To a tenth of a point: an average is not worth more.
    static std::string to_a_tenth(std::int32_t hundredths) { return shown_points((hundredths + 5) / 10 * 10); }

    /// A mark and its share of the points.
    void mark_tile(const std::string& name, std::int32_t hundredths)
    {
        tile(name, to_a_tenth(hundredths),
             tr("sur {} ({})", tally_.max_points(), shown_percent(percent_of(hundredths))));
    }

    void glance()
    {
        put(html("<section aria-labelledby=\"apercu\">\n<h2 id=\"apercu\">{}</h2>\n", tr("En un coup d'œil")));
        if (tally_.lines().empty()) {
            put(html("<p>{}</p>\n</section>\n", tr("Aucun étudiant n'a encore été corrigé.")));
            return;
        }
        const std::size_t all = tally_.lines().size() * tally_.exercises().size();
        const auto helped = static_cast<std::size_t>(std::count_if(tally_.lines().begin(), tally_.lines().end(),
                                                                   [&](const Line& line) { return needs_help(line); }));
        put(html("<dl class=\"tiles\">\n"));
        mark_tile(tr("Moyenne"), summary_.mean);
        mark_tile(tr("Médiane"), summary_.median);
        tile(tr("Quartiles"),
             fmt::format("{} – {}", to_a_tenth(summary_.first_quartile), to_a_tenth(summary_.third_quartile)),
             tr("la moitié centrale"), "pair");
        tile(tr("À {}", shown_percent(100)), fmt::format("{}", summary_.perfect), tr("sur {}", tally_.lines().size()));
        tile(tr("Sous la moitié"), fmt::format("{}", helped), tr("sur {}", tally_.lines().size()));
        tile(tr("Réponses rendues"),
             shown_percent(percent(static_cast<std::int64_t>(summary_.handed_in), static_cast<std::int64_t>(all))),
             tr("{} sur {}", summary_.handed_in, all));
        tile(tr("Ne compilent pas"), fmt::format("{}", summary_.does_not_compile),
             tr("réponses sur {}", summary_.handed_in));
        put(html("</dl>\n<div class=\"columns\">\n<figure>\n<figcaption>{}</figcaption>\n",
                 tr("Étudiants par part des points (en %)")));
        put(distribution_picture(tally_, summary_));
        put(html(
            "<p class=\"small\">{}</p>\n</figure>\n",
            tr("Sous les barres : du moins bon au meilleur étudiant, la boîte tient la moitié de la classe, son trait est la médiane.")));
        help(helped);
        put(html("</div>\n</section>\n"));
    }

    void help(std::size_t helped)
    {
        put(html("<div class=\"help\">\n<h3>{}</h3>\n", tr("Qui a besoin d'aide")));
        if (helped == 0) {
            put(html("<p>{}</p>\n</div>\n", tr("Personne n'est sous la moitié des points.")));
            return;
        }
        std::vector<std::size_t> order(tally_.lines().size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        const std::size_t named = std::min(helped, most_named);
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(named), order.end(),
                          [&](std::size_t a, std::size_t b) {
                              const std::int32_t left = tally_.lines()[a].hundredths;
                              const std::int32_t right = tally_.lines()[b].hundredths;
                              return left != right ? left < right : a < b;
                          });
        put(html("<ol>\n"));
        for (std::size_t i = 0; i < named; ++i) {
            const Line& line = tally_.lines()[order[i]];
            put(html("<li>{} <span class=\"why\">{}</span></li>\n", link(line), why(order[i])));
        }
        put(html("</ol>\n"));
        if (helped > named) {
            put(html("<p class=\"small\">{}</p>\n",
                     tr("Et {} autres : dans le tableau, choisissez l'état « sous la moitié des points ».",
                        helped - named)));
        }
        put(html("</div>\n"));
    }

    /// « 12 points, 3 réponses manquent, 1 ne compile pas ».
    [[nodiscard]] std::string why(std::size_t student) const
    {
        long absent = 0;
        long broken = 0;
        for (std::size_t i = 0; i < tally_.exercises().size(); ++i) {
            absent += tally_.cell(student, i).outcome == VerdictOutcome::no_answer ? 1 : 0;
            broken += tally_.cell(student, i).outcome == VerdictOutcome::does_not_compile ? 1 : 0;
        }
        std::string text = tr("{} sur {}", shown_points(tally_.lines()[student].hundredths), tally_.max_points());
        if (absent > 0) {
            text += ", " + tr_plural("{} réponse manque", "{} réponses manquent", absent);
        }
        if (broken > 0) {
            text += ", " + tr_plural("{} ne compile pas", "{} ne compilent pas", broken);
        }
        return text;
    }

    static Html link(const Line& line)
    {
        return html("<a href=\"etudiants/{}.html\"><bdi>{}</bdi></a>", line.page, line.student);
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
                 tr("{} étudiants sur {}", "#", "##")));
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
        states += needs_help(line) ? "h" : "";
        states += broken ? "c" : "";
        states += absent ? "a" : "";
        states += changed ? "m" : "";
        const int share = percent_of(line.hundredths);
        put(html("<tr data-s=\"{}\"><th scope=\"row\">{}</th><td class=\"total\" data-v=\"{}\">{}</td>"
                 "<td class=\"total\">{}</td>{}</tr>\n",
                 states, link(line), line.hundredths, shown_points(line.hundredths), share, cells));
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
        const auto n = static_cast<std::int64_t>(tally_.lines().size());
        put(html("<tfoot><tr><th scope=\"row\">{}</th><td class=\"total\">{}</td><td class=\"total\">{}</td>",
                 tr("Moyenne"), shown_points(summary_.mean), percent_of(summary_.mean)));
        for (std::size_t i = 0; i < tally_.exercises().size(); ++i) {
            std::int64_t sum = 0;
            for (std::size_t student = 0; student < tally_.lines().size(); ++student) {
                sum += tally_.cell(student, i).hundredths;
            }
            put(html("<td>{}</td>", to_a_tenth(static_cast<std::int32_t>(sum / n))));
        }
        put(html("</tr></tfoot>\n"));
    }

    void rules()
    {
        if (tally_.rules().empty()) {
            return;
        }
        put(html(
            "<section aria-labelledby=\"regles\">\n<h2 id=\"regles\">{}</h2>\n<p>{}</p>\n"
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"titre-regles\" tabindex=\"0\">\n"
            "<table class=\"plain\">\n<caption id=\"titre-regles\">{}</caption>\n<thead><tr><th scope=\"col\">{}</th>"
            "<th scope=\"col\" class=\"number\">{}</th><th scope=\"col\" class=\"number\">{}</th></tr></thead>\n<tbody>\n",
            tr("Règles de la classe"),
            tr("Retards et tentatives : ce que les règles ont changé aux points. Chaque page d'étudiant donne le détail."),
            tr("Effet des règles"), tr("Règle appliquée"), tr("Réponses"), tr("Points")));
        for (const auto& [note, effect] : tally_.rules()) {
            put(html("<tr><td>{}</td><td class=\"number\">{}</td><td class=\"number\">{}{}</td></tr>\n",
                     note.empty() ? tr("(autres)") : note, effect.answers, effect.hundredths < 0 ? "\u2212" : "+",
                     shown_points(static_cast<int>(std::abs(effect.hundredths)))));
        }
        put(html("</tbody>\n</table>\n</div>\n</section>\n"));
    }

    void refused()
    {
        if (results_.refused.empty()) {
            return;
        }
        put(html(
            "<section aria-labelledby=\"refus\">\n<h2 id=\"refus\">{}</h2>\n"
            "<div class=\"scroll\" role=\"region\" aria-labelledby=\"titre-refus\" tabindex=\"0\">\n"
            "<table class=\"plain\">\n<caption id=\"titre-refus\">{}</caption>\n<thead><tr><th scope=\"col\">{}</th>"
            "<th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
            tr("Ce qui a été refusé"), tr("Remis avec les copies, mais laissé de côté ; le reste a été corrigé"),
            tr("Où"), tr("Pourquoi")));
        for (const Refusal& refusal : results_.refused) {
            put(html("<tr><td><code><bdi>{}</bdi></code></td><td>{}</td></tr>\n", refusal.where, refusal.reason));
        }
        put(html("</tbody>\n</table>\n</div>\n</section>\n"));
    }

    void run()
    {
        put(html("<section aria-labelledby=\"correction\">\n<h2 id=\"correction\">{}</h2>\n<dl class=\"facts\">\n",
                 tr("La correction")));
        const std::pair<std::string, std::string> facts[] = {
            {tr("Correcteur"), fmt::format("Atelier {}", results_.run.grader)},
            {tr("Compilateur"), results_.run.compiler},
            {tr("Bac à sable"),
             results_.run.tier == Tier::none ? tr("aucun") : std::string(name_of(results_.run.tier))},
            {tr("Graine"), fmt::format("{}", results_.run.seed)}};
        for (const auto& [name, value] : facts) {
            put(html("<div><dt>{}</dt><dd>{}</dd></div>\n", name, value));
        }
        put(html("</dl>\n<p class=\"small\">{}</p>\n</section>\n",
                 tr("La graine tire les données sur lesquelles les réponses sont jugées : gardez-la pour vous tant que "
                    "l'examen dure. Les pages des étudiants ne la montrent pas.")));
    }

    const ClassResults& results_;
    const ClassTally& tally_;
    const Summary summary_;
    const Sink& out_;
};

}  // namespace

void write_class_page(const ClassResults& results, const ClassTally& tally, const Sink& out)
{
    ClassPage(results, tally, out).write();
}

}  // namespace atelier
