// SPDX-License-Identifier: MIT
#include "comparison_view.hpp"

#include <gmock/gmock.h>

#include "show.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using testing::HasSubstr;
using testing::Not;

const Compared compared{.left_title = "votre réponse",
                        .left = "// SPDX-License-Identifier: MIT\nint f()\n{\n    return 1;\n}\n",
                        .right_title = "la solution",
                        .right = "int f()\n{\n    // Pourquoi.\n    return 2;\n}\n"};

TEST(ComparisonView, MarksLinesWithoutColour)
{
    EXPECT_EQ(
        compare_for_terminal(compared, {.width = 80}),
        "«\u00A0-\u00A0»\u00A0: votre réponse\u00A0; «\u00A0+\u00A0»\u00A0: la solution\u00A0; sans marque\u00A0: les deux.\n\n"
        "  int f()\n  {\n-     return 1;\n+     // Pourquoi.\n+     return 2;\n  }\n");
}

TEST(ComparisonView, CutsLongLinesBehindAMark)
{
    const std::string shown = compare_for_terminal(
        {.left_title = "a", .left = "const int somme = gauche + droite;\n", .right_title = "b", .right = ""},
        {.width = 30});
    EXPECT_THAT(
        shown,
        HasSubstr(
            "«\u00A0↪\u00A0»\u00A0: suite de la ligne du dessus.\n\n- const int somme = gauche +\n↪     droite;\n"));
}

TEST(ComparisonView, StandsSideBySideWhereThereIsRoom)
{
    const std::string wide = compare_for_terminal(compared, {.width = 100});
    EXPECT_THAT(wide, HasSubstr("\u00AB\u00A0≠\u00A0\u00BB"));
    EXPECT_THAT(wide, HasSubstr("    return 1;" + std::string(48 - 13, ' ') + " ≠     // Pourquoi.\n"));
    EXPECT_THAT(wide, HasSubstr(std::string(48, ' ') + " >     return 2;\n"));
    const std::string long_line(300, 'x');
    const std::string cut = compare_for_terminal(
        {.left_title = "a", .left = long_line, .right_title = "b", .right = "é" + long_line}, {.width = 120});
    bool head = true;
    for (const std::string_view line : lines_of(cut)) {
        EXPECT_TRUE(head || display_width(line) <= 120) << line;
        head = head && !line.empty();
    }
}

TEST(ComparisonView, TellsTheSameInWords)
{
    EXPECT_EQ(compare_in_words(compared),
              "2 lignes sont les mêmes des deux côtés.\n\n"
              "Dans votre réponse, ligne 4\u00A0:\n        return 1;\n"
              "À la place, dans la solution\u00A0:\n        // Pourquoi.\n        return 2;\n\n"
              "1 ligne est la même des deux côtés.\n\n");
    const auto told = [](std::string_view left, std::string_view right) {
        return compare_in_words({.left_title = "A", .left = left, .right_title = "B", .right = right});
    };
    EXPECT_EQ(told("a\n", "a\n"), "A et B\u00A0: aucune ligne ne diffère.\n");
    EXPECT_EQ(told("a\n\nb\n", "b\nc\n"), "Seulement dans A, lignes 1 à 2\u00A0:\n    a\n    (une ligne vide)\n\n"
                                          "1 ligne est la même des deux côtés.\n\n"
                                          "Seulement dans B, après la ligne 3 de A\u00A0:\n    c\n\n");
    EXPECT_EQ(told("", "a\n"), "Seulement dans B, au début\u00A0:\n    a\n\n");
}

TEST(ComparisonView, ObeysNothing)
{
    const std::string shown = compare_for_terminal(
        {.left_title = "a", .left = "\x1B[31m\xFF\n", .right_title = "b", .right = ""}, {.width = 100});
    EXPECT_THAT(shown, Not(HasSubstr("\x1B")));
    EXPECT_TRUE(is_valid_utf8(shown));
    EXPECT_THAT(compare_in_words({.left_title = "a", .left = "\x1B[31m\xFF\n", .right_title = "b", .right = ""}),
                Not(HasSubstr("\x1B")));
}

}  // namespace
}  // namespace atelier
