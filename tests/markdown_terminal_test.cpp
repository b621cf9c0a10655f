// SPDX-License-Identifier: MIT
#include "markdown_terminal.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <vector>

#include "error.hpp"
#include "files.hpp"
#include "rendered.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using namespace std::string_view_literals;
using test::clickable;
using test::coloured;
using test::fits_in;
using test::lines;
using test::plain;
using testing::Each;
using testing::HasSubstr;
using testing::Not;

TEST(MarkdownTerminal, MakesNothingOfNothing)
{
    EXPECT_EQ(plain({}), "");
    EXPECT_EQ(plain("<!-- rien -->\n"), "");
}

TEST(MarkdownTerminal, ReadsWindowsLineEndingsAsOthers)
{
    EXPECT_EQ(plain("a\r\nb\r\n\r\n    c\r\n"), "a b\n\n    c\n");
}

TEST(MarkdownTerminal, SeparatesBlocksWithOneBlankLine)
{
    EXPECT_EQ(plain("a\n\n\n\nb\n***\nc", 3), "a\n\nb\n\n───\n\nc\n");
}

TEST(MarkdownTerminal, UnderlinesHeadingsByLevel)
{
    EXPECT_EQ(plain("# Été\n## Deux\n### Trois\n"), "Été\n═══\n\nDeux\n────\n\nTrois\n┄┄┄┄┄\n");
    EXPECT_EQ(coloured("# Été"), "\x1B[0;1mÉté\x1B[0m\n═══\n");
    EXPECT_EQ(plain("# un deux trois", 8), "un deux\ntrois\n═══════\n");
}

TEST(MarkdownTerminal, IndentsCodeByFour)
{
    EXPECT_EQ(plain("```cpp\nint main() { return 0; }\n\n\treturn;\n```\n"),
              "    int main() { return 0; }\n\n        return;\n");
}

TEST(MarkdownTerminal, CutsCodeThatIsTooWideBehindAMark)
{
    EXPECT_EQ(plain("```cpp\nconst int somme = a + b;\n```\n", 21), "    const int somme =\n  ↪     a + b;\n");
    EXPECT_EQ(plain("> ```\n> ab cd\n> ```\n", 15), "│     ab cd\n");
}

/// `text` without its OSC 8 sequences, as a terminal shows it.
std::string without_links(std::string text)
{
    for (std::size_t at; (at = text.find("\x1B]8;;")) != std::string::npos;) {
        text.erase(at, text.find("\x1B\\", at) + 2 - at);
    }
    return text;
}

/// Nothing of the course is wider than a terminal, but for addresses, which stay whole where they cannot be clicked.
TEST(MarkdownTerminal, ShowsEveryTextOfTheCourseInEightyColumns)
{
    std::size_t texts = 0;
    for (const char* part : {"lessons", "exercises"}) {
        for (const fs::directory_entry& file :
             fs::recursive_directory_iterator(fs::path(ATELIER_SOURCE_FOLDER) / part)) {
            if (file.path().extension() != ".md") {
                continue;
            }
            const std::string text = read_file(file.path());
            EXPECT_THAT(lines(without_links(clickable(text))), fits_in(80)) << file.path();
            for (const std::string& line : lines(plain(text))) {
                const bool is_address = line.find("https://") == line.find_first_not_of(" (");
                EXPECT_TRUE(is_address || display_width(line) <= 80) << file.path() << ": " << line;
            }
            ++texts;
        }
    }
    EXPECT_GT(texts, 100U);
}

TEST(MarkdownTerminal, IndentsListsUnderTheirText)
{
    EXPECT_EQ(plain("- un deux trois\n- quatre\n  - cinq\n", 14), "  • un deux\n    trois\n  • quatre\n      ◦ cinq\n");
}

TEST(MarkdownTerminal, NumbersListsFromTheirFirstNumberAndAlignsThem)
{
    EXPECT_EQ(plain("9. neuf\n10. dix\n"), "   9. neuf\n  10. dix\n");
    EXPECT_EQ(plain("1) un\n"), "  1) un\n");
}

TEST(MarkdownTerminal, SpacesItemsOnlyWhenTheTextDoes)
{
    EXPECT_EQ(plain("- a\n- b\n"), "  • a\n  • b\n");
    EXPECT_EQ(plain("- a\n\n- b\n\n  c\n"), "  • a\n\n  • b\n\n    c\n");
    EXPECT_EQ(plain("-\n- b\n"), "  •\n  • b\n");
}

TEST(MarkdownTerminal, QuotesBehindABar)
{
    EXPECT_EQ(plain("> un deux trois\n>\n> > quatre\n", 14), "│ un deux\n│ trois\n│\n│ │ quatre\n");
}

TEST(MarkdownTerminal, ShowsTheTextOfHtmlWithoutItsTags)
{
    EXPECT_EQ(plain("<details><summary>Solution</summary>\n\nAvec <kbd>Ctrl</kbd>.\n\n</details>\n"),
              "Solution\n\nAvec Ctrl.\n");
}

TEST(MarkdownTerminal, ShowsControlCharactersInsteadOfObeyingThem)
{
    EXPECT_EQ(plain("a\x1B[31mb &#27;[2J `c\x07` \x7F"), "a␛[31mb ␛[2J `c␇` ␡\n");
    EXPECT_EQ(plain("```\n\x1B[31m\b\n```\n"), "    ␛[31m␈\n");
    EXPECT_EQ(plain("[t](<x&#27;y>) ![\x1B](i)"), "t (x␛y) [image\u00A0: ␛]\n");
    EXPECT_EQ(plain("&#155;31m \u202E"), "\uFFFD31m \uFFFD\n");
    EXPECT_EQ(plain("a\0b"sv), "a\uFFFDb\n");
}

TEST(MarkdownTerminal, SurvivesMalformedUtf8)
{
    const std::string shown = plain("caf\xE9 \xC3\n\n```\n\xFF\n```\n");
    EXPECT_TRUE(is_valid_utf8(shown));
    EXPECT_EQ(shown, "caf\uFFFD \uFFFD\n\n    \uFFFD\n");
}

TEST(MarkdownTerminal, StaysInsideNarrowTerminals)
{
    const std::string text = "# Un deux\n\n- a b c\n  1. d e\n     > f g\n\nh i\n";
    for (int width = 20; width <= 40; ++width) {
        EXPECT_THAT(lines(plain(text, width)), fits_in(static_cast<std::size_t>(width)));
    }
    for (const int width : {-1, 0, 1, 2}) {
        EXPECT_THAT(plain(text, width), HasSubstr("d"));
    }
}

TEST(MarkdownTerminal, RefusesEndlessNestingInsteadOfCrashing)
{
    EXPECT_THROW((void)plain(std::string(100'000, '>') + "a"), Error);
    EXPECT_NO_THROW((void)plain(std::string(50, '>') + "a"));
}

TEST(MarkdownTerminal, ReadsTheSameFromSeveralThreads)
{
    const std::string text = "~~a~~ https://sqlite.org\n\n| a |\n|---|\n| ~~b~~ |\n";
    const std::string expected = plain(text);
    std::vector<std::string> shown(8);
    {
        std::vector<std::jthread> readers;
        for (std::string& mine : shown) {
            readers.emplace_back([&] {
                for (int i = 0; i < 200; ++i) {
                    mine = plain(text);
                    if (mine != expected) {
                        return;
                    }
                }
            });
        }
    }
    EXPECT_THAT(shown, Each(expected));
    EXPECT_THAT(expected, Not(HasSubstr("\x1B")));
}

}  // namespace
}  // namespace atelier
