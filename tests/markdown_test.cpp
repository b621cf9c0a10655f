// SPDX-License-Identifier: MIT
#include "markdown.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "error.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using namespace std::string_view_literals;
using testing::Each;
using testing::HasSubstr;
using testing::Le;
using testing::Not;
using testing::ResultOf;

std::string plain(std::string_view markdown, int width = 80) { return render_for_terminal(markdown, {.width = width}); }

std::string coloured(std::string_view markdown) { return render_for_terminal(markdown, {.colour = true}); }

std::string clickable(std::string_view markdown) { return render_for_terminal(markdown, {.hyperlinks = true}); }

std::vector<std::string> lines(const std::string& text)
{
    std::istringstream input(text);
    std::vector<std::string> result;
    for (std::string line; std::getline(input, line);) {
        result.push_back(line);
    }
    return result;
}

auto fits_in(std::size_t width)
{
    return Each(ResultOf([](const std::string& line) { return display_width(line); }, Le(width)));
}

// ---- What the tools read

TEST(Markdown, GivesCodeBlocksWithTheLineOfTheirFirstLineOfCode)
{
    const auto blocks = code_blocks("# Titre\n\n```cpp programme\nint main() {}\n```\n\n    indenté\n");
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0].info, "cpp programme");
    EXPECT_EQ(blocks[0].text, "int main() {}\n");
    EXPECT_EQ(blocks[0].line, 4);
    EXPECT_EQ(blocks[1].info, "");
    EXPECT_EQ(blocks[1].text, "indenté\n");
    EXPECT_EQ(blocks[1].line, 7);
}

TEST(Markdown, KeepsAccentsInTheInfoOfACodeBlock)
{
    EXPECT_EQ(code_blocks("```cpp déclarations\n```\n").at(0).info, "cpp déclarations");
}

TEST(Markdown, FindsCodeBlocksInsideListsAndQuotes)
{
    const auto blocks = code_blocks("- a\n\n  ```sql\n  SELECT 1;\n  ```\n\n> ~~~sortie\n> 1\n> ~~~\n");
    ASSERT_EQ(blocks.size(), 2U);
    EXPECT_EQ(blocks[0].text, "SELECT 1;\n");
    EXPECT_EQ(blocks[0].line, 4);
    EXPECT_EQ(blocks[1].info, "sortie");
    EXPECT_EQ(blocks[1].line, 8);
}

TEST(Markdown, ReadsWindowsLineEndingsAsOthers)
{
    const auto blocks = code_blocks("# T\r\n\r\n```cpp\r\nint a;\r\n\r\nint b;\r\n```\r\n");
    EXPECT_EQ(blocks.at(0).info, "cpp");
    EXPECT_EQ(blocks.at(0).text, "int a;\n\nint b;\n");
    EXPECT_EQ(blocks.at(0).line, 4);
    EXPECT_EQ(plain("a\r\nb\r\n\r\n    c\r\n"), "a b\n\n    c\n");
}

TEST(Markdown, ReadsACodeBlockThatIsNeverClosed)
{
    EXPECT_EQ(code_blocks("```cpp\nint a;").at(0).text, "int a;\n");
    EXPECT_EQ(code_blocks("```").at(0).text, "");
}

TEST(Markdown, GivesHeadingsWithTheirLevelTheirTextAndTheirLine)
{
    const auto found = headings("# Leçon 1\n\ntexte\n\n## Tâche 1\u00A0: `open` et *fermer*\n\nSouligné\n---\n");
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].level, 1);
    EXPECT_EQ(found[0].text, "Leçon 1");
    EXPECT_EQ(found[0].line, 1);
    EXPECT_EQ(found[1].level, 2);
    EXPECT_EQ(found[1].text, "Tâche 1\u00A0: open et fermer");
    EXPECT_EQ(found[1].line, 5);
    EXPECT_EQ(found[2].level, 2);
    EXPECT_EQ(found[2].line, 7);
}

TEST(Markdown, TakesNoHeadingFromACodeBlock) { EXPECT_TRUE(headings("```console\n# apt install\n```\n").empty()); }

TEST(Markdown, MakesNothingOfNothing)
{
    EXPECT_TRUE(code_blocks({}).empty());
    EXPECT_TRUE(headings({}).empty());
    EXPECT_EQ(plain({}), "");
    EXPECT_EQ(plain("<!-- rien -->\n"), "");
}

// ---- Paragraphs

TEST(Markdown, WrapsParagraphsAtTheWidth)
{
    EXPECT_EQ(plain("un deux trois\nquatre cinq\n", 13), "un deux trois\nquatre cinq\n");
    EXPECT_EQ(plain("un deux trois\nquatre cinq\n", 12), "un deux\ntrois quatre\ncinq\n");
}

TEST(Markdown, CountsColumnsNotBytes)
{
    EXPECT_EQ(plain("éé éé", 5), "éé éé\n");
    EXPECT_EQ(plain("e\u0301e\u0301 e\u0301e\u0301", 5), "e\u0301e\u0301 e\u0301e\u0301\n");
    EXPECT_EQ(plain("中文 中文", 8), "中文\n中文\n");
    EXPECT_EQ(plain("😀 😀", 4), "😀\n😀\n");
}

TEST(Markdown, NeverBreaksAtANoBreakSpace)
{
    EXPECT_EQ(plain("Comment faire\u00A0?", 13), "Comment\nfaire\u00A0?\n");
    EXPECT_EQ(plain("Comment faire\u202F!", 13), "Comment\nfaire\u202F!\n");
    EXPECT_EQ(plain("a «\u00A0un\u00A0»", 6), "a\n«\u00A0un\u00A0»\n");
}

TEST(Markdown, KeepsAWordWiderThanTheTerminalWhole)
{
    EXPECT_EQ(plain("voir https://sqlite.org/lang.html ici", 16), "voir\nhttps://sqlite.org/lang.html\nici\n");
}

TEST(Markdown, BreaksWhereTheTextSaysSo)
{
    EXPECT_EQ(plain("un  \ndeux\\\ntrois<br>quatre"), "un\ndeux\ntrois\nquatre\n");
}

TEST(Markdown, SeparatesBlocksWithOneBlankLine) { EXPECT_EQ(plain("a\n\n\n\nb\n***\nc", 3), "a\n\nb\n\n───\n\nc\n"); }

// ---- Marks

TEST(Markdown, KeepsTheMarksOfEmphasisAndCodeWithoutColour)
{
    EXPECT_EQ(plain("*un* **deux** `trois` ~~quatre~~"), "*un* **deux** `trois` ~~quatre~~\n");
    EXPECT_EQ(plain("`` a`b ``"), "``\u00A0a`b\u00A0``\n");
}

TEST(Markdown, ReplacesMarksByAttributesWithColour)
{
    EXPECT_EQ(coloured("*un* **deux** `trois`"), "\x1B[0;3mun\x1B[0m \x1B[0;1mdeux\x1B[0m \x1B[0;36mtrois\x1B[0m\n");
}

TEST(Markdown, StrikesWithAMarkEvenInColour) { EXPECT_EQ(coloured("~~non~~"), "\x1B[0;9m~~non~~\x1B[0m\n"); }

TEST(Markdown, ClosesAttributesAtTheEndOfEachLine)
{
    EXPECT_EQ(render_for_terminal("> **un deux**", {.width = 6, .colour = true}),
              "│ \x1B[0;1mun\x1B[0m\n│ \x1B[0;1mdeux\x1B[0m\n");
}

TEST(Markdown, KeepsEverySpaceOfInlineCode) { EXPECT_EQ(plain("a  b `c  d`"), "a b `c  d`\n"); }

TEST(Markdown, UnderlinesHeadingsByLevel)
{
    EXPECT_EQ(plain("# Été\n## Deux\n### Trois\n"), "Été\n═══\n\nDeux\n────\n\nTrois\n┄┄┄┄┄\n");
    EXPECT_EQ(coloured("# Été"), "\x1B[0;1mÉté\x1B[0m\n═══\n");
    EXPECT_EQ(plain("# un deux trois", 8), "un deux\ntrois\n═══════\n");
}

// ---- Links and images

TEST(Markdown, ShowsTheAddressOfALinkAfterItsText)
{
    EXPECT_EQ(plain("la [page](https://sqlite.org/wal.html)."), "la page (https://sqlite.org/wal.html).\n");
    EXPECT_EQ(plain("[leçon](../01/README.md)"), "leçon (../01/README.md)\n");
}

TEST(Markdown, ShowsABareAddressOnce)
{
    EXPECT_EQ(plain("https://sqlite.org <https://fmt.dev> <a@b.fr> www.sqlite.org"),
              "https://sqlite.org https://fmt.dev a@b.fr www.sqlite.org\n");
}

TEST(Markdown, MakesLinksClickable)
{
    EXPECT_EQ(clickable("la [page](https://sqlite.org)."), "la \x1B]8;;https://sqlite.org\x1B\\page\x1B]8;;\x1B\\.\n");
}

TEST(Markdown, ShowsAPathAsTextEvenWhenLinksAreClickable)
{
    EXPECT_EQ(clickable("[leçon](../01/README.md)"), "leçon (../01/README.md)\n");
}

TEST(Markdown, EndsABareLinkBeforeANoBreakSpace)
{
    EXPECT_EQ(clickable("https://sqlite.org\u00A0: oui"),
              "\x1B]8;;https://sqlite.org\x1B\\https://sqlite.org\x1B]8;;\x1B\\\u00A0: oui\n");
}

TEST(Markdown, LetsNoAddressEndTheSequenceThatCarriesIt)
{
    EXPECT_EQ(clickable("[x](<https://a.b/&#27;&#7;é y>)"),
              "\x1B]8;;https://a.b/%1B%07%C3%A9%20y\x1B\\x\x1B]8;;\x1B\\\n");
}

TEST(Markdown, DescribesImages)
{
    EXPECT_EQ(plain("![schéma *relationnel*](s.png)"), "[image\u00A0: schéma relationnel]\n");
}

// ---- Blocks

TEST(Markdown, IndentsCodeByFourAndNeverWrapsIt)
{
    EXPECT_EQ(plain("```cpp\nint main() { return 0; }\n\n\treturn;\n```\n", 10),
              "    int main() { return 0; }\n\n        return;\n");
}

TEST(Markdown, IndentsListsUnderTheirText)
{
    EXPECT_EQ(plain("- un deux trois\n- quatre\n  - cinq\n", 14), "  • un deux\n    trois\n  • quatre\n      ◦ cinq\n");
}

TEST(Markdown, NumbersListsFromTheirFirstNumberAndAlignsThem)
{
    EXPECT_EQ(plain("9. neuf\n10. dix\n"), "   9. neuf\n  10. dix\n");
    EXPECT_EQ(plain("1) un\n"), "  1) un\n");
}

TEST(Markdown, SpacesItemsOnlyWhenTheTextDoes)
{
    EXPECT_EQ(plain("- a\n- b\n"), "  • a\n  • b\n");
    EXPECT_EQ(plain("- a\n\n- b\n\n  c\n"), "  • a\n\n  • b\n\n    c\n");
    EXPECT_EQ(plain("-\n- b\n"), "  •\n  • b\n");
}

TEST(Markdown, QuotesBehindABar)
{
    EXPECT_EQ(plain("> un deux trois\n>\n> > quatre\n", 14), "│ un deux\n│ trois\n│\n│ │ quatre\n");
}

TEST(Markdown, ShowsTheTextOfHtmlWithoutItsTags)
{
    EXPECT_EQ(plain("<details><summary>Solution</summary>\n\nAvec <kbd>Ctrl</kbd>.\n\n</details>\n"),
              "Solution\n\nAvec Ctrl.\n");
}

// ---- Tables

TEST(Markdown, DrawsTables)
{
    EXPECT_EQ(plain("| id | nom |\n|--:|:-:|\n| 1 | Émile |\n| 22 | Zoé |\n"), "┌────┬───────┐\n"
                                                                               "│ id │  nom  │\n"
                                                                               "╞════╪═══════╡\n"
                                                                               "│  1 │ Émile │\n"
                                                                               "│ 22 │  Zoé  │\n"
                                                                               "└────┴───────┘\n");
}

TEST(Markdown, WrapsTheWidestColumnOfATableTooWide)
{
    EXPECT_EQ(plain("| a | b |\n|---|---|\n| un | deux trois quatre |\n| x | y |\n", 20), "┌────┬─────────────┐\n"
                                                                                          "│ a  │ b           │\n"
                                                                                          "╞════╪═════════════╡\n"
                                                                                          "│ un │ deux trois  │\n"
                                                                                          "│    │ quatre      │\n"
                                                                                          "├────┼─────────────┤\n"
                                                                                          "│ x  │ y           │\n"
                                                                                          "└────┴─────────────┘\n");
}

TEST(Markdown, CutsAWordOnlyWhenItsColumnCannotHoldIt)
{
    EXPECT_EQ(plain("| a | b |\n|---|---|\n| anticonstitutionnel | de\u0301ja\u0300 |\n", 20),
              "┌───────────┬──────┐\n"
              "│ a         │ b    │\n"
              "╞═══════════╪══════╡\n"
              "│ anticonst │ de\u0301ja\u0300 │\n"
              "│ itutionne │      │\n"
              "│ l         │      │\n"
              "└───────────┴──────┘\n");
}

TEST(Markdown, KeepsBordersStraightAroundWideCharacters)
{
    const auto drawn = lines(plain("| 中文 | 😀 |\n|---|---|\n| e\u0301 | \u00A0 |\n| `a\\|b` | [x](y) |\n"));
    for (const std::string& line : drawn) {
        EXPECT_EQ(display_width(line), display_width(drawn.front())) << line;
    }
}

TEST(Markdown, KeepsTablesInsideTheWidth)
{
    const std::string text =
        "| un | deux | trois |\n|---|---|---|\n| **gras et encore gras** | `SELECT * FROM utilisateurs` | "
        "[page](https://www.sqlite.org/lang_createtable.html) |\n";
    for (int width = 24; width <= 120; ++width) {
        EXPECT_THAT(lines(plain(text, width)), fits_in(static_cast<std::size_t>(width)));
    }
}

TEST(Markdown, DrawsATableWithoutRows) { EXPECT_EQ(plain("| a |\n|---|\n"), "┌───┐\n│ a │\n└───┘\n"); }

// ---- Safety

TEST(Markdown, ShowsControlCharactersInsteadOfObeyingThem)
{
    EXPECT_EQ(plain("a\x1B[31mb &#27;[2J `c\x07` \x7F"), "a␛[31mb ␛[2J `c␇` ␡\n");
    EXPECT_EQ(plain("```\n\x1B[31m\b\n```\n"), "    ␛[31m␈\n");
    EXPECT_EQ(plain("[t](<x&#27;y>) ![\x1B](i)"), "t (x␛y) [image\u00A0: ␛]\n");
    EXPECT_EQ(plain("&#155;31m \u202E"), "\uFFFD31m \uFFFD\n");
    EXPECT_EQ(plain("a\0b"sv), "a\uFFFDb\n");
}

TEST(Markdown, SurvivesMalformedUtf8)
{
    const std::string shown = plain("caf\xE9 \xC3\n\n```\n\xFF\n```\n");
    EXPECT_TRUE(is_valid_utf8(shown));
    EXPECT_EQ(shown, "caf\uFFFD \uFFFD\n\n    \uFFFD\n");
}

TEST(Markdown, StaysInsideNarrowTerminals)
{
    const std::string text = "# Un deux\n\n- a b c\n  1. d e\n     > f g\n\nh i\n";
    for (int width = 20; width <= 40; ++width) {
        EXPECT_THAT(lines(plain(text, width)), fits_in(static_cast<std::size_t>(width)));
    }
    for (const int width : {-1, 0, 1, 2}) {
        EXPECT_THAT(plain(text, width), HasSubstr("d"));
    }
}

TEST(Markdown, RefusesEndlessNestingInsteadOfCrashing)
{
    EXPECT_THROW((void)plain(std::string(100'000, '>') + "a"), Error);
    EXPECT_NO_THROW((void)plain(std::string(50, '>') + "a"));
    EXPECT_TRUE(headings(std::string(100'000, '>') + "a").empty());
}

TEST(Markdown, ReadsTheSameFromSeveralThreads)
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
