// SPDX-License-Identifier: MIT
#include "styled_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "markdown_terminal.hpp"
#include "rendered.hpp"

namespace atelier {
namespace {

using test::plain;

TEST(StyledText, WrapsParagraphsAtTheWidth)
{
    EXPECT_EQ(plain("un deux trois\nquatre cinq\n", 13), "un deux trois\nquatre cinq\n");
    EXPECT_EQ(plain("un deux trois\nquatre cinq\n", 12), "un deux\ntrois quatre\ncinq\n");
}

TEST(StyledText, CountsColumnsNotBytes)
{
    EXPECT_EQ(plain("éé éé", 5), "éé éé\n");
    EXPECT_EQ(plain("e\u0301e\u0301 e\u0301e\u0301", 5), "e\u0301e\u0301 e\u0301e\u0301\n");
    EXPECT_EQ(plain("中文 中文", 8), "中文\n中文\n");
    EXPECT_EQ(plain("😀 😀", 4), "😀\n😀\n");
}

TEST(StyledText, NeverBreaksAtANoBreakSpace)
{
    EXPECT_EQ(plain("Comment faire\u00A0?", 13), "Comment\nfaire\u00A0?\n");
    EXPECT_EQ(plain("Comment faire\u202F!", 13), "Comment\nfaire\u202F!\n");
    EXPECT_EQ(plain("a «\u00A0un\u00A0»", 6), "a\n«\u00A0un\u00A0»\n");
}

TEST(StyledText, KeepsAWordWiderThanTheTerminalWhole)
{
    EXPECT_EQ(plain("voir https://sqlite.org/lang.html ici", 16), "voir\nhttps://sqlite.org/lang.html\nici\n");
}

TEST(StyledText, BreaksWhereTheTextSaysSo)
{
    EXPECT_EQ(plain("un  \ndeux\\\ntrois<br>quatre"), "un\ndeux\ntrois\nquatre\n");
}

TEST(StyledText, ClosesAttributesAtTheEndOfEachLine)
{
    EXPECT_EQ(render_for_terminal("> **un deux**", {.width = 6, .colour = true}),
              "│ \x1B[0;1mun\x1B[0m\n│ \x1B[0;1mdeux\x1B[0m\n");
}

}  // namespace
}  // namespace atelier
