// SPDX-License-Identifier: MIT
#include "check/comparison.hpp"

#include <gmock/gmock.h>

#include "french.hpp"

namespace atelier::check {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

Table table(std::vector<Row> rows, std::vector<std::string> columns = {})
{
    return {std::move(columns), std::move(rows), {}};
}

std::string ordered(const Table& expected, const Table& obtained)
{
    return test::plain(compare(expected, obtained, Order::matters));
}

std::string unordered(const Table& expected, const Table& obtained)
{
    return test::plain(compare(expected, obtained, Order::does_not_matter));
}

/// A text that begins behind a line end, so that its lines stand under one another here.
std::string golden(std::string_view text) { return std::string(text.substr(1)); }

TEST(Comparison, IsEmptyWhenRowsAreEqual)
{
    EXPECT_THAT(ordered(table({}), table({})), IsEmpty());
    EXPECT_THAT(ordered(table({{1, "a"}, {2, nullptr}}), table({{1, "a"}, {2, nullptr}}, {"id", "nom"})), IsEmpty());
    EXPECT_THAT(unordered(table({{1}, {2}, {2}}), table({{2}, {1}, {2}})), IsEmpty());
}

TEST(Comparison, ShowsBothSidesWithTheirTypes)
{
    EXPECT_EQ(ordered(table({{1, "Zoé", 30}, {2, "Bob", nullptr}}),
                      table({{1, "Zoé", "30"}, {2, "Bob", ""}}, {"id", "nom", "age"})),
              golden(R"(
   attendu          │ obtenu
   id  nom    age   │ id  nom    age
≠  1   'Zoé'  30    │ 1   'Zoé'  '30'
≠  2   'Bob'  NULL  │ 2   'Bob'  ''
)"));
}

TEST(Comparison, TellsARealFromAnInteger)
{
    EXPECT_EQ(ordered(table({{1}}), table({{1.0}})), golden(R"(
   attendu  │ obtenu
≠  1        │ 1.0
)"));
}

TEST(Comparison, ShowsBlanksAndControls)
{
    EXPECT_EQ(ordered(table({{"Zoé"}}), table({{"Zoé \n"}}, {"nom"})), golden(R"(
   attendu  │ obtenu
   nom      │ nom
≠  'Zoé'    │ 'Zoé ␊'
)"));
}

TEST(Comparison, KeepsColumnsInLineWhateverTheWidthOfLetters)
{
    EXPECT_EQ(ordered(table({{"中文", 1}, {"été", 2}, {"e\u0301te\u0301", 3}}),
                      table({{"中文", 9}, {"été", 9}, {"e\u0301te\u0301", 9}}, {"mot", "n"})),
              golden("\n   attendu    │ obtenu\n"
                     "   mot     n  │ mot     n\n"
                     "≠  '中文'  1  │ '中文'  9\n"
                     "≠  'été'   2  │ 'été'   9\n"
                     "≠  'e\u0301te\u0301'   3  │ 'e\u0301te\u0301'   9\n"));
}

TEST(Comparison, SaysWhichRowsAreMissingOrExtra)
{
    EXPECT_EQ(ordered(table({{1}, {2}}), table({{1}})), golden(R"(
        attendu  │ obtenu
=       1        │ 1
absent  2        │ —
)"));
    EXPECT_EQ(ordered(table({{1}}), table({{1}, {2}}, {"id"})), golden(R"(
         attendu  │ obtenu
         id       │ id
=        1        │ 1
en trop  —        │ 2
)"));
}

TEST(Comparison, SaysThatThereIsNothing)
{
    EXPECT_EQ(ordered(table({{1, "a"}}), table({})), golden(R"(
        attendu  │ obtenu
absent  1  'a'   │ —
)"));
    EXPECT_EQ(unordered(table({}), table({{1}}, {"id"})), golden(R"(
         attendu  │ obtenu
         id       │ id
en trop  —        │ 1
)"));
}

TEST(Comparison, MindsTheOrderOnlyWhenAsked)
{
    const Table expected = table({{"a"}, {"b"}});
    const Table obtained = table({{"b"}, {"a"}});
    EXPECT_THAT(unordered(expected, obtained), IsEmpty());
    EXPECT_EQ(ordered(expected, obtained), golden(R"(
   attendu  │ obtenu
≠  'a'      │ 'b'
≠  'b'      │ 'a'
)"));
}

TEST(Comparison, PutsASpoiltRowBesideItsModel)
{
    EXPECT_EQ(unordered(table({{1, "Zoé"}, {2, "Bob"}, {3, "Ada"}}),
                        table({{3, "Ada"}, {4, "Eva"}, {1, "zoé"}}, {"id", "nom"})),
              golden(R"(
         attendu    │ obtenu
         id  nom    │ id  nom
=        3   'Ada'  │ 3   'Ada'
≠        1   'Zoé'  │ 1   'zoé'
absent   2   'Bob'  │ —
en trop  —          │ 4   'Eva'
)"));
}

TEST(Comparison, PutsTheOnlyTwoRowsThatDifferSideBySide)
{
    EXPECT_EQ(unordered(table({{1}, {2}}), table({{1}, {3}})), golden(R"(
   attendu  │ obtenu
=  1        │ 1
≠  2        │ 3
)"));
}

TEST(Comparison, CountsRowsThatAreThereTwice)
{
    EXPECT_EQ(unordered(table({{"a"}}), table({{"a"}, {"a"}})), golden(R"(
         attendu  │ obtenu
=        'a'      │ 'a'
en trop  —        │ 'a'
)"));
}

TEST(Comparison, DoesNotDependOnTheOrderOfWhatCame)
{
    const Table expected = table({{1, "a"}, {1, "b"}});
    EXPECT_EQ(unordered(expected, table({{1, "c"}, {1, "d"}, {2, "e"}})),
              unordered(expected, table({{2, "e"}, {1, "d"}, {1, "c"}})));
}

TEST(Comparison, ShowsRowsOfAnotherShape)
{
    EXPECT_EQ(ordered(table({{1, 2}}), table({{1}}, {"id"})), golden(R"(
   attendu  │ obtenu
   id       │ id
≠  1   2    │ 1
)"));
}

std::vector<Row> numbered(int count)
{
    std::vector<Row> rows;
    for (int i = 1; i <= count; ++i) {
        rows.push_back({i});
    }
    return rows;
}

TEST(Comparison, ShowsFourteenRowsWhole)
{
    std::vector<Row> obtained = numbered(14);
    obtained.back() = {99};
    const std::string text = ordered(table(numbered(14)), table(obtained, {"id"}));
    EXPECT_THAT(text,
                AllOf(HasSubstr("=  1        │ 1\n"), HasSubstr("≠  14       │ 99\n"), Not(HasSubstr("montrée"))));
}

TEST(Comparison, LeavesEqualRowsOutWhenThereAreMany)
{
    std::vector<Row> obtained = numbered(500);
    obtained[320] = {"321"};
    obtained.push_back({501});
    EXPECT_EQ(ordered(table(numbered(500)), table(obtained, {"id"})), golden(R"(
         attendu  │ obtenu
         id       │ id
≠        321      │ '321'
en trop  —        │ 501
(499 autres lignes ne sont pas montrées)
)"));
}

TEST(Comparison, ShowsNoMoreThanFourteenDifferences)
{
    const std::string text = ordered(table(numbered(15)), table({}));
    EXPECT_THAT(text, AllOf(HasSubstr("absent  14 "), Not(HasSubstr("absent  15 ")),
                            HasSubstr("(1 autre ligne n'est pas montrée)\n")));
}

TEST(Comparison, CutsALongCellButKeepsWhatDiffers)
{
    const std::string long_text(100, 'a');
    EXPECT_EQ(ordered(table({{long_text, 1}}), table({{long_text, 2}})), golden(R"(
≠  attendu  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…  1
   obtenu   'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…  2
)"));
    EXPECT_EQ(ordered(table({{long_text + "x" + long_text}}), table({{long_text + "yé" + long_text}})), golden(R"(
≠  attendu  …aaaaaaaaaaxaaaaaaaaaaaaaaaaaaaaaaaaaa…
   obtenu   …aaaaaaaaaayéaaaaaaaaaaaaaaaaaaaaaaaa…
)"));
}

TEST(Comparison, PutsOneSideUnderTheOtherWhereTheyHaveNoRoom)
{
    const std::string name(20, 'n');
    const Table expected = table({{1, name, "Brest"}, {2, name, "Rennes"}, {3, name, "Vannes"}});
    const Table obtained =
        table({{1, name, "Brest"}, {2, nullptr, "Rennes"}, {4, name, "Auray"}}, {"id", "nom", "ville"});
    EXPECT_EQ(unordered(expected, obtained), golden(R"(
                  id  nom                     ville
=                 1   'nnnnnnnnnnnnnnnnnnnn'  'Brest'
≠        attendu  2   'nnnnnnnnnnnnnnnnnnnn'  'Rennes'
         obtenu   2   NULL                    'Rennes'
absent   attendu  3   'nnnnnnnnnnnnnnnnnnnn'  'Vannes'
en trop  obtenu   4   'nnnnnnnnnnnnnnnnnnnn'  'Auray'
)"));
}

TEST(Comparison, CutsBetweenCharacters)
{
    std::string accents;
    for (int i = 0; i < 60; ++i) {
        accents += "é";
    }
    const std::string text = ordered(table({{accents + "x"}}), table({{accents + "y"}}));
    EXPECT_THAT(text, Not(HasSubstr("\uFFFD")));
    EXPECT_THAT(text, AllOf(HasSubstr("éx'"), HasSubstr("éy'")));
}

TEST(Comparison, TellsTheProblemInPlaceOfRows)
{
    EXPECT_EQ(ordered(table({{1}}), {{}, {}, "La base a.db ne peut pas être lue."}),
              "La base a.db ne peut pas être lue.\n");
    EXPECT_EQ(ordered(table({}), {{}, {}, "La base a.db ne peut pas être lue."}),
              "La base a.db ne peut pas être lue.\n");
    EXPECT_EQ(ordered({{}, {}, "La base d'avant ne peut pas être lue."}, table({})),
              "La base d'avant ne peut pas être lue.\n")
        << "no rows on both sides prove nothing";
}

TEST(Comparison, ShowsNamesOfColumnsThatAStudentChose)
{
    const std::string text = ordered(table({{1}}), table({{2}}, {"\x1b[31m\x02\n" + std::string(200, 'c')}));
    EXPECT_THAT(text, AllOf(HasSubstr("␛[31m␂␊"), Not(HasSubstr("\x1b")), Not(HasSubstr("\x02")),
                            Not(HasSubstr(std::string(50, 'c')))));
}

// --- Texts --------------------------------------------------------------------------------------------------------

std::string texts(std::string_view expected, std::string_view obtained)
{
    return test::plain(compare_texts(expected, obtained));
}

TEST(TextComparison, IsEmptyWhenTextsAreEqual)
{
    EXPECT_THAT(texts("", ""), IsEmpty());
    EXPECT_THAT(texts("a\nb\n", "a\nb\n"), IsEmpty());
}

TEST(TextComparison, ShowsLinesSideBySide)
{
    EXPECT_EQ(texts("Alice\nBob\n", "Alice\nbob\nEva\n"), golden(R"(
         attendu  │ obtenu
=        Alice    │ Alice
≠        Bob      │ bob
en trop  —        │ Eva
)"));
    EXPECT_EQ(texts("Alice\nBob\n", ""), golden(R"(
        attendu  │ obtenu
absent  Alice    │ —
absent  Bob      │ —
)"));
}

TEST(TextComparison, ShowsBlanksTabsAndLineEnds)
{
    EXPECT_EQ(texts("a\nb\n", "a  \n\tb\r"), golden(R"(
   attendu  │ obtenu
≠  a        │ a··
≠  b        │ ␉b␍ (sans fin de ligne)
)"));
}

TEST(TextComparison, ShowsTheOnlyDifferenceOfALongText)
{
    std::string expected;
    for (int i = 1; i <= 100; ++i) {
        expected += "ligne " + std::to_string(i) + "\n";
    }
    std::string obtained = expected;
    obtained.replace(obtained.find("ligne 77"), 5, "Ligne");
    EXPECT_EQ(texts(expected, obtained), golden(R"(
   attendu   │ obtenu
≠  ligne 77  │ Ligne 77
(99 autres lignes ne sont pas montrées)
)"));
}

TEST(TextComparison, CutsLongLines)
{
    const std::string text = texts(std::string(30'000, 'a') + "x\n", std::string(30'000, 'a') + "y\n");
    EXPECT_LT(text.size(), 400U);
    EXPECT_THAT(text, AllOf(HasSubstr("ax"), HasSubstr("ay")));
}

}  // namespace
}  // namespace atelier::check
