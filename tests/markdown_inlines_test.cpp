// SPDX-License-Identifier: MIT
// What stands inside paragraphs (markdown_inlines.hpp), as it is shown.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "rendered.hpp"

namespace atelier {
namespace {

using test::clickable;
using test::coloured;
using test::plain;

TEST(MarkdownInlines, KeepsTheMarksOfEmphasisAndCodeWithoutColour)
{
    EXPECT_EQ(plain("*un* **deux** `trois` ~~quatre~~"), "*un* **deux** `trois` ~~quatre~~\n");
    EXPECT_EQ(plain("`` a`b ``"), "``\u00A0a`b\u00A0``\n");
}

TEST(MarkdownInlines, ReplacesMarksByAttributesWithColour)
{
    EXPECT_EQ(coloured("*un* **deux** `trois`"), "\x1B[0;3mun\x1B[0m \x1B[0;1mdeux\x1B[0m \x1B[0;36mtrois\x1B[0m\n");
}

TEST(MarkdownInlines, StrikesWithAMarkEvenInColour) { EXPECT_EQ(coloured("~~non~~"), "\x1B[0;9m~~non~~\x1B[0m\n"); }

TEST(MarkdownInlines, KeepsEverySpaceOfInlineCode) { EXPECT_EQ(plain("a  b `c  d`"), "a b `c  d`\n"); }

TEST(MarkdownInlines, ShowsTheAddressOfALinkAfterItsText)
{
    EXPECT_EQ(plain("la [page](https://sqlite.org/wal.html)."), "la page (https://sqlite.org/wal.html).\n");
    EXPECT_EQ(plain("[leçon](../01/README.md)"), "leçon (../01/README.md)\n");
}

TEST(MarkdownInlines, ShowsABareAddressOnce)
{
    EXPECT_EQ(plain("https://sqlite.org <https://fmt.dev> <a@b.fr> www.sqlite.org"),
              "https://sqlite.org https://fmt.dev a@b.fr www.sqlite.org\n");
}

TEST(MarkdownInlines, MakesLinksClickable)
{
    EXPECT_EQ(clickable("la [page](https://sqlite.org)."), "la \x1B]8;;https://sqlite.org\x1B\\page\x1B]8;;\x1B\\.\n");
}

TEST(MarkdownInlines, ShowsAPathAsTextEvenWhenLinksAreClickable)
{
    EXPECT_EQ(clickable("[leçon](../01/README.md)"), "leçon (../01/README.md)\n");
}

TEST(MarkdownInlines, EndsABareLinkBeforeANoBreakSpace)
{
    EXPECT_EQ(clickable("https://sqlite.org\u00A0: oui"),
              "\x1B]8;;https://sqlite.org\x1B\\https://sqlite.org\x1B]8;;\x1B\\\u00A0: oui\n");
}

TEST(MarkdownInlines, LetsNoAddressEndTheSequenceThatCarriesIt)
{
    EXPECT_EQ(clickable("[x](<https://a.b/&#27;&#7;é y>)"),
              "\x1B]8;;https://a.b/%1B%07%C3%A9%20y\x1B\\x\x1B]8;;\x1B\\\n");
}

TEST(MarkdownInlines, DescribesImages)
{
    EXPECT_EQ(plain("![schéma *relationnel*](s.png)"), "[image\u00A0: schéma relationnel]\n");
}

}  // namespace
}  // namespace atelier
