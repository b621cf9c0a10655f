// SPDX-License-Identifier: MIT
#include "reports/html_overview.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include "message.hpp"
#include "reports/html_frame.hpp"

namespace atelier {

namespace {

constexpr std::size_t most_named = 8;  ///< students named among those who need help

/// The distribution of marks, with its words for those who do not see it.
Html distribution_picture(const ClassTally& tally, const Summary& summary)
{
    const std::vector<std::size_t> tenths = tally.distribution();
    const std::size_t most = std::max<std::size_t>(1, *std::max_element(tenths.begin(), tenths.end()));
    std::string words;
    Html bars;
    for (std::size_t i = 0; i < tenths.size(); ++i) {
        if (i > 0) {
            words += ", ";
        }
        words += tr("de {} à {} : {}", i * 10, shown_percent(static_cast<int>(i) * 10 + 10), tenths[i]);
        const std::size_t height = tenths[i] * 100 / most;
        bars += html("<rect x=\"{}.6%\" y=\"{}%\" width=\"8.8%\" height=\"{}%\"/>", i * 10, 100 - height, height);
        bars += html("<text x=\"{}%\" y=\"{}%\" dy=\"-6\">{}</text>", i * 10 + 5, 100 - height, tenths[i]);
    }
    Html axis;
    for (int i = 0; i <= 10; ++i) {
        axis += html("<text x=\"{}%\" y=\"18\">{}</text>", i * 10, i * 10);
    }
    const auto place = [&](std::int32_t hundredths) {
        // Tenths of a percent: a picture needs no more.
        const std::int64_t thousandths =
            tally.max_points() == 0 ? 0 : std::int64_t{hundredths} * 10 / tally.max_points();
        return fmt::format("{}.{}%", thousandths / 10, thousandths % 10);
    };
    const auto distance = [&](std::int32_t from, std::int32_t to) { return place(std::max(0, to - from)); };
    const Html box =
        html("<line x1=\"{}\" x2=\"{}\" y1=\"12\" y2=\"12\"/><rect x=\"{}\" width=\"{}\" y=\"4\" height=\"16\"/>"
             "<line class=\"median\" x1=\"{}\" x2=\"{}\" y1=\"1\" y2=\"23\"/>",
             place(summary.least), place(summary.most), place(summary.first_quartile),
             distance(summary.first_quartile, summary.third_quartile), place(summary.median), place(summary.median));
    return html("<div class=\"distribution\" role=\"img\" aria-label=\"{}\">\n"
                "<svg class=\"bars\" width=\"100%\" height=\"220\">{}</svg>\n"
                "<svg class=\"axis\" width=\"100%\" height=\"32\">{}</svg>\n"
                "<svg class=\"box\" width=\"100%\" height=\"28\">{}</svg>\n</div>\n",
                tr("Nombre d'étudiants par dixième des points : {}.", words), bars, axis, box);
}

class Overview {
public:
    explicit Overview(const ClassTally& tally) : tally_(tally), summary_(tally.summary()) {}

    Html section()
    {
        glance();
        return std::move(section_);
    }

private:
    void tile(const std::string& name, const std::string& value, const std::string& detail, const char* kind = "one")
    {
        section_ += html("<div><dt>{}</dt><dd><strong class=\"{}\">{}</strong> <span>{}</span></dd></div>\n", name,
                         kind, value, detail);
    }

    /// A mark and its share of the points.
    void mark_tile(const std::string& name, std::int32_t hundredths)
    {
        tile(name, to_a_tenth(hundredths),
             tr("sur {} ({})", tally_.max_points(),
                shown_percent(percent(hundredths, std::int64_t{tally_.max_points()} * 100))));
    }

    void glance()
    {
        section_ += html("<section aria-labelledby=\"apercu\">\n<h2 id=\"apercu\">{}</h2>\n", tr("En un coup d'œil"));
        if (tally_.lines().empty()) {
            section_ += html("<p>{}</p>\n</section>\n", tr("Aucune copie n'a encore été corrigée."));
            return;
        }
        const std::size_t all = tally_.lines().size() * tally_.exercises().size();
        std::size_t helped = 0;
        for (std::size_t student = 0; student < tally_.lines().size(); ++student) {
            helped += tally_.is_under_half(student) ? 1U : 0U;
        }
        section_ += html("<dl class=\"tiles\">\n");
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
        section_ += html("</dl>\n<div class=\"columns\">\n<figure>\n<figcaption>{}</figcaption>\n",
                         tr("Étudiants par part des points (en %)"));
        section_ += distribution_picture(tally_, summary_);
        section_ += html(
            "<p class=\"small\">{}</p>\n</figure>\n",
            tr("Sous les barres : du moins bon au meilleur étudiant, la boîte contient la moitié de la classe, son trait est la médiane."));
        help(helped);
        section_ += html("</div>\n</section>\n");
    }

    void help(std::size_t helped)
    {
        section_ += html("<div class=\"help\">\n<h3>{}</h3>\n", tr("Qui a besoin d'aide"));
        if (helped == 0) {
            section_ += html("<p>{}</p>\n</div>\n", tr("Personne n'est sous la moitié des points."));
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
        section_ += html("<ol>\n");
        for (std::size_t i = 0; i < named; ++i) {
            section_ +=
                html("<li>{} <span class=\"why\">{}</span></li>\n", student_link(tally_, order[i]), why(order[i]));
        }
        section_ += html("</ol>\n");
        if (helped > named) {
            section_ +=
                html("<p class=\"small\">{}</p>\n",
                     tr_plural("Et {} autre : dans le tableau, choisissez l'état « sous la moitié des points ».",
                               "Et {} autres : dans le tableau, choisissez l'état « sous la moitié des points ».",
                               static_cast<long>(helped - named)));
        }
        section_ += html("</div>\n");
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

    const ClassTally& tally_;
    const Summary summary_;
    Html section_;
};

}  // namespace

std::string to_a_tenth(std::int32_t hundredths) { return shown_points((hundredths + 5) / 10 * 10); }

Html student_link(const ClassTally& tally, std::size_t student)
{
    const std::vector<Line>& lines = tally.lines();
    const Line& line = lines[student];
    const auto has_name = [&](std::size_t other) {
        return other < lines.size() && lines[other].student == line.student;
    };
    const bool is_shared = has_name(student + 1) || (student > 0 && has_name(student - 1));
    const Html key = is_shared && !line.key.empty() ? html(" <bdi class=\"key\">({})</bdi>", line.key) : Html{};
    return html("<a href=\"etudiants/{}.html\"><bdi>{}</bdi>{}</a>", line.page, line.student, key);
}

Html class_overview(const ClassTally& tally) { return Overview(tally).section(); }

}  // namespace atelier
