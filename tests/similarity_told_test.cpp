// SPDX-License-Identifier: MIT
#include "similarity/told.hpp"

#include <gmock/gmock.h>

#include "show.hpp"

namespace atelier {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

ExerciseSimilarity exercise(Similarity found)
{
    return {.id = "05e-enquete", .title = "Une enquête", .found = std::move(found)};
}

const SimilarPair pair{
    .a = "alice", .b = "bruno", .shared = 29, .share = 29.0 / 30, .lines_a = {{3, 40}, {52, 52}}, .lines_b = {{5, 44}}};

TEST(SimilarityTold, SaysWhatToLookAtAndWhatItDoesNotProve)
{
    const std::string text = similarity_text({exercise({.answers = 9,
                                                        .too_short = {"gaël"},
                                                        .twins = {Twins{{"chloé", "david", "éva"}}},
                                                        .pairs = {pair},
                                                        .more_pairs = 2})});
    EXPECT_EQ(
        text,
        "Des réponses qui se ressemblent plus que l'exercice ne l'explique. Ce n'est qu'un indice, à lire de vos yeux\u00A0: "
        "on peut se\nressembler pour avoir travaillé ensemble, lu la même page ou eu la même idée. Aucun point n'en "
        "dépend\u00A0; avant de\nconclure, lisez les deux réponses, et parlez-en avec ceux qui les ont écrites.\n"
        "\n05e-enquete · Une enquête\n"
        "  • chloé, david et éva\u00A0: la même réponse, aux noms, aux commentaires et à la mise en page près\n"
        "  • alice et bruno\u00A0: 96\u00A0% de ce que la plus courte des deux réponses a en propre\n"
        "      lignes 3-40, 52 de la première, 5-44 de la seconde\n"
        "  et 2 autres paires, moins proches (--json en dit davantage)\n"
        "  De 1 réponse, trop courte ou trop proche de ce que le cours montre, on ne peut rien dire.\n");
}

TEST(SimilarityTold, IsHonestAboutShortExercises)
{
    EXPECT_THAT(similarity_text({exercise({.answers = 3, .too_short = {"a", "b"}})}),
                AllOf(HasSubstr("Trop court pour en dire quelque chose"), Not(HasSubstr("Rien à signaler"))));
    EXPECT_THAT(similarity_text({exercise({.answers = 3, .too_short = {"a"}})}),
                HasSubstr("Rien à signaler parmi 2 réponses."));
    EXPECT_THAT(similarity_text({}), HasSubstr("Aucun exercice n'a ici deux réponses à comparer."));
}

TEST(SimilarityTold, ObeysNoName)
{
    SimilarPair hostile = pair;
    hostile.a = "::error::\x1b[31m\n##[x]";
    hostile.b = std::string(10'000, 'b');
    const std::string text = similarity_text({exercise({.answers = 2, .pairs = {hostile}})});
    EXPECT_LT(text.size(), 2'000U);
    EXPECT_THAT(text, Not(HasSubstr("\x1b")));
    for (const std::string_view line : lines_of(text)) {
        const std::string_view begin = line.substr(std::min(line.find_first_not_of(' '), line.size()), 2);
        EXPECT_TRUE(begin != "::" && begin != "##") << line;
    }
}

TEST(SimilarityTold, IsDataToo)
{
    const nlohmann::ordered_json json = similarity_json({exercise({.answers = 2, .pairs = {pair}})});
    EXPECT_EQ(json.at("hint_only"), true);
    const auto& told = json.at("exercises").at(0).at("pairs").at(0);
    EXPECT_EQ(told.at("percent"), 96);
    EXPECT_EQ(told.at("lines_a").dump(), "[[3,40],[52,52]]");
}

}  // namespace
}  // namespace atelier
