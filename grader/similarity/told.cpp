// SPDX-License-Identifier: MIT
#include "similarity/told.hpp"

#include <algorithm>

#include "message.hpp"
#include "show.hpp"

namespace atelier {

namespace {

std::string shown(const std::string& student) { return excerpt(student, 80); }

/// « alice, bruno et chloé ».
std::string list_of(const std::vector<std::string>& students)
{
    std::string text = shown(students.front());
    for (std::size_t i = 1; i < students.size(); ++i) {
        text += (i + 1 == students.size() ? tr(" et ") : std::string(", ")) + shown(students[i]);
    }
    return text;
}

/// « 3-40, 52 »; the first few only.
std::string lines_shown(const std::vector<LineRange>& ranges)
{
    constexpr std::size_t few = 6;
    std::string text;
    for (std::size_t i = 0; i < ranges.size() && i <= few; ++i) {
        const auto& [first, last] = ranges[i];
        if (i == few) {
            return text + ", …";
        }
        text += (text.empty() ? "" : ", ") + std::to_string(first) + (first == last ? "" : "-" + std::to_string(last));
    }
    return text;
}

std::string told(const SimilarPair& pair)
{
    // Rounded down: only what is whole is a hundred per cent.
    return tr("  • {} et {}\u00A0: {} de ce que la plus courte des deux réponses a en propre\n", shown(pair.a),
              shown(pair.b), tr("{}\u00A0%", static_cast<int>(pair.share * 100))) +
           tr("      lignes {} de la première, {} de la seconde\n", lines_shown(pair.lines_a),
              lines_shown(pair.lines_b));
}

std::string told(const ExerciseSimilarity& exercise)
{
    const Similarity& found = exercise.found;
    std::string text = exercise.id + " · " + exercise.title + "\n";
    const std::size_t compared = found.answers - found.too_short.size();
    if (compared < 2) {
        return text + tr("  Trop court pour en dire quelque chose\u00A0: chacun y écrit presque la même chose.\n");
    }
    for (const Twins& twins : found.twins) {
        text += tr("  • {}\u00A0: la même réponse, aux noms, aux commentaires et à la mise en page près\n",
                   list_of(twins.students));
    }
    constexpr std::size_t shown_pairs = 20;
    for (std::size_t i = 0; i < std::min(found.pairs.size(), shown_pairs); ++i) {
        text += told(found.pairs[i]);
    }
    const std::size_t more = found.more_pairs + found.pairs.size() - std::min(found.pairs.size(), shown_pairs);
    if (more > 0) {
        text += tr_plural("  et {} autre paire, moins proche (--json en dit davantage)\n",
                          "  et {} autres paires, moins proches (--json en dit davantage)\n", static_cast<long>(more));
    }
    if (found.twins.empty() && found.pairs.empty()) {
        text += tr("  Rien à signaler parmi {} réponses.\n", compared);
    }
    if (!found.too_short.empty()) {
        text += tr_plural(
            "  De {} réponse, trop courte ou trop proche de ce que le cours montre, on ne peut rien dire.\n",
            "  De {} réponses, trop courtes ou trop proches de ce que le cours montre, on ne peut rien dire.\n",
            static_cast<long>(found.too_short.size()));
    }
    return text;
}

nlohmann::ordered_json json_of(const std::vector<LineRange>& ranges)
{
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const auto& [first, last] : ranges) {
        all.push_back({first, last});
    }
    return all;
}

}  // namespace

std::string similarity_text(const std::vector<ExerciseSimilarity>& exercises)
{
    std::string text = tr(
        "Des réponses qui se ressemblent plus que l'exercice ne l'explique. Ce n'est qu'un indice, à lire de vos yeux\u00A0: on peut se\n"
        "ressembler pour avoir travaillé ensemble, lu la même page ou eu la même idée. Aucun point n'en dépend\u00A0; avant de\n"
        "conclure, lisez les deux réponses, et parlez-en avec ceux qui les ont écrites.\n");
    if (exercises.empty()) {
        return text + "\n" + tr("Aucun exercice n'a ici deux réponses à comparer.\n");
    }
    for (const ExerciseSimilarity& exercise : exercises) {
        text += "\n" + told(exercise);
    }
    return text;
}

nlohmann::ordered_json similarity_json(const std::vector<ExerciseSimilarity>& exercises)
{
    const SimilarityLimits limits;
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const ExerciseSimilarity& exercise : exercises) {
        nlohmann::ordered_json twins = nlohmann::ordered_json::array();
        for (const Twins& some : exercise.found.twins) {
            twins.push_back(some.students);
        }
        nlohmann::ordered_json pairs = nlohmann::ordered_json::array();
        for (const SimilarPair& pair : exercise.found.pairs) {
            pairs.push_back({{"a", pair.a},
                             {"b", pair.b},
                             {"percent", static_cast<int>(pair.share * 100)},
                             {"shared", pair.shared},
                             {"lines_a", json_of(pair.lines_a)},
                             {"lines_b", json_of(pair.lines_b)}});
        }
        all.push_back({{"exercise", exercise.id},
                       {"answers", exercise.found.answers},
                       {"twins", twins},
                       {"pairs", pairs},
                       {"more_pairs", exercise.found.more_pairs},
                       {"too_short", exercise.found.too_short}});
    }
    return {{"hint_only", true},
            {"run_length", run_length},
            {"window", window},
            {"percent_from", static_cast<int>(limits.share * 100)},
            {"fewest_own", limits.fewest_own},
            {"exercises", all}};
}

}  // namespace atelier
