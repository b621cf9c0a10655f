// SPDX-License-Identifier: MIT
#include "reports/html_items.hpp"

#include <algorithm>

#include "message.hpp"
#include "reports/html_frame.hpp"

namespace atelier {

namespace {

constexpr int weak = 20;  ///< hundredths of correlation: below, an item hardly tells students apart

/// A share as a number and a bar.
Html bar_cell(int percent)
{
    return html(
        "<td class=\"number\" data-v=\"{}\"><span class=\"share\">{}</span> <svg class=\"bar\" aria-hidden=\"true\">"
        "<rect class=\"track\" width=\"100%\" height=\"100%\"/><rect width=\"{}%\" height=\"100%\"/></svg></td>",
        percent, shown_percent(percent), percent);
}

std::string times(std::size_t count) { return tr_plural("{} fois", "{} fois", static_cast<long>(count)); }

Html number_cell(std::size_t number) { return html("<td class=\"number\">{}</td>", number); }

Html discrimination_cell(const ItemFacts& facts)
{
    if (facts.handed_in < fewest_to_discriminate) {
        return html("<td class=\"number none\" data-v=\"\">{}</td>", tr("trop peu d'étudiants"));
    }
    if (!facts.discrimination) {
        return html("<td class=\"number none\" data-v=\"\">{}</td>", tr("tous pareils"));
    }
    const int r = *facts.discrimination;
    const std::string number = fmt::format("{}{}{}{:02}", r < 0 ? "\u2212" : "", std::abs(r) / 100,
                                           language() == "fr" ? ',' : '.', std::abs(r) % 100);
    const std::string remark = r < 0 ? tr("à revoir") : r < weak ? tr("faible") : std::string();
    return html("<td class=\"number\" data-v=\"{}\">{}{}</td>", r, number,
                remark.empty() ? Html{} : html(" <span class=\"remark\">{}</span>", remark));
}

Html mistake_cell(const Commonest::Top& top)
{
    if (top.count == 0) {
        return html("<td class=\"none\" data-v=\"0\">{}</td>", tr("aucune"));
    }
    const std::string counted = top.is_exact ? times(top.count) : tr("au moins {} fois", top.count);
    return html("<td data-v=\"{}\"><q class=\"mistake\"{}>{}</q> <span class=\"times\">{}</span></td>", top.count,
                in_french(), top.text, counted);
}

Html heading(const std::string& title, const char* sort, const char* kind)
{
    return html("<th scope=\"col\" class=\"{}\" data-sort=\"{}\">{}</th>", kind, sort, title);
}

void write_exercises(const ClassTally& tally, const Sink& out)
{
    out(html("<div class=\"scroll\" role=\"region\" aria-labelledby=\"titre-exercices\" tabindex=\"0\">\n"
             "<table class=\"sortable items\">\n<caption id=\"titre-exercices\">{}</caption>\n<thead><tr>",
             tr("Par exercice"))
            .text);
    out((heading(tr("Exercice"), "text", "").text + heading(tr("Rendues"), "number", "number").text +
         heading(tr("Ne compilent pas"), "number", "number").text + heading(tr("Réussite"), "number", "number").text +
         heading(tr("Tout est juste"), "number", "number").text +
         heading(tr("Discrimination"), "number", "number").text +
         heading(tr("Vérification la plus souvent perdue"), "number", "").text +
         heading(tr("Erreur la plus fréquente"), "number", "").text + "</tr></thead>\n<tbody>\n"));
    for (std::size_t i = 0; i < tally.exercises().size(); ++i) {
        const GradedExercise& exercise = tally.exercises()[i];
        const ItemFacts facts = tally.exercise_facts(i);
        const std::optional<std::size_t> most = tally.most_lost_check(i);
        Commonest::Top mistake = tally.commonest_compiler_error(i);
        for (std::size_t k = 0; k < exercise.checks.size(); ++k) {
            if (Commonest::Top other = tally.commonest_mistake(i, k); other.count > mistake.count) {
                mistake = std::move(other);
            }
        }
        out(html("<tr><th scope=\"row\"><span class=\"id\">{}</span> <span{}>{}</span></th>", exercise.short_id(),
                 in_french(), exercise.title)
                .text);
        out((number_cell(facts.handed_in).text + number_cell(facts.does_not_compile).text +
             bar_cell(facts.success).text + number_cell(facts.perfect).text + discrimination_cell(facts).text));
        out(most ? html("<td data-v=\"{}\"><span{}>{}</span> <span class=\"times\">{}</span></td>",
                        tally.lost(i, *most), in_french(), exercise.checks[*most].title, times(tally.lost(i, *most)))
                       .text
                 : html("<td class=\"none\" data-v=\"0\">{}</td>", tr("aucune")).text);
        out(mistake_cell(mistake).text + "</tr>\n");
    }
    out("</tbody>\n</table>\n</div>\n");
}

void write_checks(const ClassTally& tally, const Sink& out)
{
    out(html("<div class=\"scroll\" role=\"region\" aria-labelledby=\"titre-verifications\" tabindex=\"0\">\n"
             "<table class=\"sortable items\">\n<caption id=\"titre-verifications\">{}</caption>\n<thead><tr>",
             tr("Par vérification"))
            .text);
    out(heading(tr("Exercice"), "text", "").text + heading(tr("Vérification"), "text", "").text +
        heading(tr("Points"), "number", "number").text + heading(tr("Réussite"), "number", "number").text +
        heading(tr("Discrimination"), "number", "number").text +
        heading(tr("Erreur la plus fréquente"), "number", "").text + "</tr></thead>\n<tbody>\n");
    for (std::size_t i = 0; i < tally.exercises().size(); ++i) {
        const GradedExercise& exercise = tally.exercises()[i];
        for (std::size_t k = 0; k < exercise.checks.size(); ++k) {
            const ItemFacts facts = tally.check_facts(i, k);
            out(html("<tr><td>{}</td><th scope=\"row\"{}>{}</th><td class=\"number\">{}</td>", exercise.short_id(),
                     in_french(), exercise.checks[k].title, exercise.checks[k].points)
                    .text);
            out(bar_cell(facts.success).text + discrimination_cell(facts).text +
                mistake_cell(tally.commonest_mistake(i, k)).text + "</tr>\n");
        }
    }
    out("</tbody>\n</table>\n</div>\n");
}

}  // namespace

void write_item_analysis(const ClassTally& tally, const Sink& out)
{
    out(html(
            "<section aria-labelledby=\"exercices\">\n<h2 id=\"exercices\">{}</h2>\n<p>{}</p>\n<p>{}</p>\n",
            tr("Exercices et vérifications"),
            tr("La réussite est la part des points gagnés par les réponses rendues ; une réponse qui ne compile pas n'en gagne aucun."),
            tr("La discrimination est la corrélation (point-bisériale pour une vérification) entre ces points et le reste des "
               "points de l'étudiant : près de 1, ceux qui réussissent ici réussissent ailleurs ; sous 0,20, la question "
               "distingue mal ; négative, relisez son énoncé. Elle demande au moins {} réponses.",
               fewest_to_discriminate))
            .text);
    write_exercises(tally, out);
    write_checks(tally, out);
    out("</section>\n");
}

}  // namespace atelier
