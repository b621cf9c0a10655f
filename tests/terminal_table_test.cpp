// SPDX-License-Identifier: MIT
#include "terminal_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "rendered.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using test::fits_in;
using test::lines;
using test::plain;

TEST(TerminalTable, DrawsTables)
{
    EXPECT_EQ(plain("| id | nom |\n|--:|:-:|\n| 1 | Émile |\n| 22 | Zoé |\n"), "┌────┬───────┐\n"
                                                                               "│ id │  nom  │\n"
                                                                               "╞════╪═══════╡\n"
                                                                               "│  1 │ Émile │\n"
                                                                               "│ 22 │  Zoé  │\n"
                                                                               "└────┴───────┘\n");
}

TEST(TerminalTable, WrapsTheWidestColumnOfATableTooWide)
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

TEST(TerminalTable, CutsAWordOnlyWhenItsColumnCannotHoldIt)
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

TEST(TerminalTable, KeepsBordersStraightAroundWideCharacters)
{
    const auto drawn = lines(plain("| 中文 | 😀 |\n|---|---|\n| e\u0301 | \u00A0 |\n| `a\\|b` | [x](y) |\n"));
    for (const std::string& line : drawn) {
        EXPECT_EQ(display_width(line), display_width(drawn.front())) << line;
    }
}

TEST(TerminalTable, KeepsTablesInsideTheWidth)
{
    const std::string text =
        "| un | deux | trois |\n|---|---|---|\n| **gras et encore gras** | `SELECT * FROM utilisateurs` | "
        "[page](https://www.sqlite.org/lang_createtable.html) |\n";
    for (int width = 24; width <= 120; ++width) {
        EXPECT_THAT(lines(plain(text, width)), fits_in(static_cast<std::size_t>(width)));
    }
}

TEST(TerminalTable, DrawsATableWithoutRows) { EXPECT_EQ(plain("| a |\n|---|\n"), "┌───┐\n│ a │\n└───┘\n"); }

}  // namespace
}  // namespace atelier
