// SPDX-License-Identifier: MIT
#include "code_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "utf8.hpp"

namespace atelier {
namespace {

using testing::ElementsAre;

TEST(CodeLines, LeavesALineThatFitsAlone)
{
    EXPECT_THAT(cut_code("", 10), ElementsAre(""));
    EXPECT_THAT(cut_code("int a = 1;", 10), ElementsAre("int a = 1;"));
    EXPECT_THAT(cut_code("    été();", 10), ElementsAre("    été();"));
}

TEST(CodeLines, CutsAtABlankAndGoesOnFourColumnsFurther)
{
    EXPECT_THAT(cut_code("  const int somme = gauche + droite;", 24),
                ElementsAre("  const int somme =", "      gauche + droite;"));
}

TEST(CodeLines, KeepsTextsBetweenQuotesWholeWhereItCan)
{
    EXPECT_THAT(cut_code("Requete r(base, \"SELECT a FROM t\");", 30),
                ElementsAre("Requete r(base,", "    \"SELECT a FROM t\");"));
    EXPECT_THAT(cut_code("f(\"un texte qui \\\" ne finit pas, trop long\");", 30),
                ElementsAre("f(\"un texte qui \\\" ne finit", "    pas, trop long\");"));
    EXPECT_THAT(cut_code("std::cout << '\"' << texte << \"a b\";", 33),
                ElementsAre("std::cout << '\"' << texte <<", "    \"a b\";"));
}

TEST(CodeLines, CutsInAsFewBracketsAsItCan)
{
    EXPECT_THAT(cut_code("WHERE a = 29 AND (b > 10 OR c < 5)", 30),
                ElementsAre("WHERE a = 29 AND", "    (b > 10 OR c < 5)"));
    EXPECT_THAT(cut_code("std::cout << (i == 0 ? 1 : 2) << fin;", 31),
                ElementsAre("std::cout << (i == 0 ? 1 : 2)", "    << fin;"));
}

TEST(CodeLines, PutsACommentOnALineOfItsOwn)
{
    EXPECT_THAT(cut_code("ouvrir(nom);  // en lecture seule", 24),
                ElementsAre("ouvrir(nom);", "    // en lecture seule"));
    EXPECT_THAT(cut_code("./atelier check 04b    # tout ranger", 24),
                ElementsAre("./atelier check 04b", "    # tout ranger"));
    EXPECT_THAT(cut_code("f(); // bien plus long que ce qui le précède", 24),
                ElementsAre("f(); // bien plus long", "    que ce qui le", "    précède"));
}

TEST(CodeLines, CutsAnywhereWhenThereIsNoBlank)
{
    EXPECT_THAT(cut_code("abcdefghij", 6), ElementsAre("abcdef", "   ghi", "   j"));
    EXPECT_THAT(cut_code("e\u0301e\u0301e\u0301", 2), ElementsAre("e\u0301e\u0301", " e\u0301"));
    EXPECT_THAT(cut_code("日本", 1), ElementsAre("日", "本"));
}

TEST(CodeLines, LosesNothingButBlanksAndIsNeverTooWide)
{
    const std::string line =
        "    for (const auto& [nom, âge] : f(\"x y\", 'z'))  { std::cout << nom << \" a \" << âge; }  // fin";
    const auto bare = [](std::string text) {
        std::erase(text, ' ');
        return text;
    };
    for (std::size_t width = 0; width <= 100; ++width) {
        std::string all;
        for (const std::string& piece : cut_code(line, width)) {
            EXPECT_LE(display_width(piece), std::max<std::size_t>(width, 1)) << piece;
            all += piece;
        }
        EXPECT_EQ(bare(all), bare(line)) << width;
    }
}

}  // namespace
}  // namespace atelier
