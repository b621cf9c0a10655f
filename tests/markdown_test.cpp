// SPDX-License-Identifier: MIT
#include "markdown.hpp"

#include <gtest/gtest.h>

#include <string>

namespace atelier {
namespace {

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
}

TEST(Markdown, FindsNothingInEndlessNesting) { EXPECT_TRUE(headings(std::string(100'000, '>') + "a").empty()); }

}  // namespace
}  // namespace atelier
