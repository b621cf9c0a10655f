// SPDX-License-Identifier: MIT
#include "reports/mistakes.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "class_sample.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

TEST(Mistakes, AreToldByTheFirstLineThatSaysSomething)
{
    EXPECT_EQ(mistake_of("La table manque.\nLisez la leçon 2."), "La table manque.");
    EXPECT_EQ(mistake_of("\n  À la ligne 3 de reponse.cpp :\nIl manque un point-virgule."),
              "Il manque un point-virgule.");
    EXPECT_EQ(mistake_of("Le message d'origine :"), "Le message d'origine :");
    EXPECT_EQ(mistake_of(""), "");
}

TEST(Mistakes, OfATableAreItsFirstRowThatDiffers)
{
    EXPECT_EQ(
        mistake_of(
            "        attendu  │ obtenu\n        texte    │ texte\n=       'a'      │ 'a'\nabsent  'b'      │ —\n"),
        "absent 'b' │ —");
    EXPECT_EQ(mistake_of("   attendu  │ obtenu\n=  1        │ 1\n"), "attendu │ obtenu");
}

TEST(Mistakes, AreShortAndVisible)
{
    const std::string told = mistake_of(std::string(5000, 'x') + hostile_text);
    EXPECT_LT(told.size(), 200U);
    EXPECT_EQ(visible(mistake_of(hostile_text)), mistake_of(hostile_text));
}

TEST(Commonest, IsTheMostCountedThenTheFirst)
{
    Commonest commonest;
    EXPECT_EQ(commonest.top().count, 0U);
    for (const char* text : {"b", "a", "c", "b", "c"}) {
        commonest.add(text);
    }
    EXPECT_EQ(commonest.top().text, "b");
    EXPECT_EQ(commonest.top().count, 2U);
    EXPECT_TRUE(commonest.top().is_exact);
}

TEST(Commonest, IsFoundAmongAnyNumberOfOthers)
{
    Commonest commonest;
    for (int i = 0; i < 100'000; ++i) {
        commonest.add(i % 5 == 0 ? "souvent" : fmt::format("{}", i));
    }
    EXPECT_EQ(commonest.top().text, "souvent");
    EXPECT_FALSE(commonest.top().is_exact);
    EXPECT_LE(commonest.top().count, 20'000U);
    EXPECT_GE(commonest.top().count, 20'000U - 100'000U / Commonest::most_kept);
}

}  // namespace
}  // namespace atelier
