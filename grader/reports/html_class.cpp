// SPDX-License-Identifier: MIT
#include "reports/html_class.hpp"

#include <cstdlib>

#include "message.hpp"
#include "reports/html_frame.hpp"
#include "reports/html_grid.hpp"
#include "reports/html_items.hpp"
#include "reports/html_overview.hpp"

namespace atelier {

namespace {

class ClassPage {
public:
    ClassPage(const ClassResults& results, const ClassTally& tally, const Sink& out)
        : results_(results), tally_(tally), out_(out)
    {
    }

    void write()
    {
        put(page_head(tr("Résultats de la classe"), true));
        put(html("<a class=\"skip\" href=\"#etudiants\">{}</a>\n<div class=\"page\">\n",
                 tr("Aller au tableau des étudiants")));
        head();
        put(html("<main>\n"));
        put(class_overview(tally_));
        write_student_grid(tally_, out_);
        write_item_analysis(tally_, out_);
        rules();
        refused();
        run();
        put(html("</main>\n</div>\n"));
        put(page_foot(true));
    }

private:
    void put(const Html& piece) { out_(piece.text); }

    void head()
    {
        put(html("<header>\n<p class=\"kicker\">Atelier</p>\n<h1>{}</h1>\n<p>{} · {} · {}</p>\n",
                 tr("Résultats de la classe"), tr_plural("{} étudiant", "{} étudiants", counted(tally_.lines().size())),
                 tr_plural("{} exercice", "{} exercices", counted(tally_.exercises().size())),
                 tr_plural("{} point", "{} points", tally_.max_points())));
        if (!results_.failure.empty()) {
            put(html("<div class=\"fault\"><h2>{}</h2><p>{}</p><p>{}</p></div>\n",
                     tr("La correction n'est pas allée à son terme"), results_.failure,
                     tr("Les étudiants ci-dessous sont ceux dont la copie a pu être corrigée avant.")));
        }
        put(html(
            "<nav aria-label=\"{}\"><ul><li><a href=\"#apercu\">{}</a></li><li><a href=\"#etudiants\">{}</a></li>"
            "<li><a href=\"#exercices\">{}</a></li><li><a href=\"#correction\">{}</a></li></ul></nav>\n</header>\n",
            tr("Dans cette page"), tr("Aperçu"), tr("Étudiants"), tr("Exercices"), tr("Correction")));
    }

    static long counted(std::size_t count) { return static_cast<long>(count); }

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
            tr("Retards et remises : ce que les règles ont changé aux points. Chaque page d'étudiant donne le détail."),
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
    const Sink& out_;
};

}  // namespace

void write_class_page(const ClassResults& results, const ClassTally& tally, const Sink& out)
{
    ClassPage(results, tally, out).write();
}

}  // namespace atelier
