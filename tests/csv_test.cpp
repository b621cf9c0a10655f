// SPDX-License-Identifier: MIT
#include "csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "error.hpp"

namespace atelier {
namespace {

using namespace std::string_view_literals;
using testing::ElementsAre;
using testing::IsEmpty;

using Rows = std::vector<std::vector<std::string>>;

Rows rows(std::string_view bytes)
{
    Rows result;
    for (const CsvRow& row : read_csv(bytes, "liste.csv").rows) {
        result.push_back(row.fields);
    }
    return result;
}

std::string refusal(std::string_view bytes)
{
    try {
        (void)read_csv(bytes, "liste.csv");
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

TEST(Csv, RowsAreLinesAndFieldsStandBetweenSeparators)
{
    EXPECT_EQ(rows("nom,âge\nAlice,30\nBob,\n"), (Rows{{"nom", "âge"}, {"Alice", "30"}, {"Bob", ""}}));
    EXPECT_EQ(rows("a,b"), (Rows{{"a", "b"}}));
    EXPECT_EQ(rows("a,b\r\nc,d\r\n"), (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_EQ(rows("a,b\rc,d\r"), (Rows{{"a", "b"}, {"c", "d"}}));
    EXPECT_THAT(rows(""), IsEmpty());
    EXPECT_THAT(rows("\r\n\n"), IsEmpty());
}

TEST(Csv, QuotesHoldSeparatorsLinesAndDoubledQuotes)
{
    EXPECT_EQ(rows("\"a,b\",\"c\"\"d\",\"e\r\nf\"\n"), (Rows{{"a,b", "c\"d", "e\r\nf"}}));
    EXPECT_EQ(rows("\"\",\n"), (Rows{{"", ""}}));
}

TEST(Csv, BlanksArePartOfAField) { EXPECT_EQ(rows(" a , b\t\n"), (Rows{{" a ", " b\t"}})); }

TEST(Csv, TheSeparatorIsGuessedFromTheFirstRow)
{
    EXPECT_EQ(read_csv("nom;prénom;e-mail\n", "").separator, ';');
    EXPECT_EQ(read_csv("nom\tprénom\n1,5;2,5\n", "").separator, '\t');
    EXPECT_EQ(read_csv("\"a;b;c\",d\n", "").separator, ',');
    EXPECT_EQ(read_csv("\n\nnom;prénom\n", "").separator, ';');
    EXPECT_EQ(read_csv("nom\n", "").separator, ',');
}

TEST(Csv, TheEncodingIsFound)
{
    const Csv marked = read_csv("\xEF\xBB\xBFnom;pr\xC3\xA9nom\n", "");
    EXPECT_EQ(marked.encoding, CsvEncoding::utf8_with_mark);
    EXPECT_THAT(marked.rows[0].fields, ElementsAre("nom", "prénom"));
    const Csv excel = read_csv("nom;pr\xE9nom\r\n\x8Cuvre;\x80\r\n", "");
    EXPECT_EQ(excel.encoding, CsvEncoding::windows_1252);
    EXPECT_THAT(excel.rows[0].fields, ElementsAre("nom", "prénom"));
    EXPECT_THAT(excel.rows[1].fields, ElementsAre("Œuvre", "€"));
    EXPECT_EQ(read_csv("prénom\n", "").encoding, CsvEncoding::utf8);
}

TEST(Csv, ARowKnowsTheLineWhereItBegins)
{
    const Csv table = read_csv("\na,b\n\n\"un\ndeux\",\"\n\"\nc,d", "");
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.rows[0].line, 2U);
    EXPECT_EQ(table.rows[1].line, 4U);
    EXPECT_EQ(table.rows[2].line, 7U);
}

TEST(Csv, AMisplacedQuoteIsToldWithItsPlace)
{
    EXPECT_EQ(refusal("nom\nL\xC3\xA9\"a\n"),
              "liste.csv, ligne 2, colonne 3\u00A0: un guillemet (\") est mal placé. Un champ qui en contient s'écrit "
              "entre guillemets, et chacun s'y double (\"\").");
    EXPECT_EQ(refusal("nom\n\n\"a\"b\n").substr(0, 29), "liste.csv, ligne 3, colonne 4");
    EXPECT_EQ(refusal("nom\n\"a\nb\n"),
              "liste.csv, ligne 2\u00A0: un guillemet (\") qui s'ouvre dans cette ligne du tableau n'est jamais fermé. "
              "Fermez-le, ou enregistrez de nouveau le fichier depuis votre tableur.");
}

TEST(Csv, WhatIsNoTextIsRefused)
{
    EXPECT_EQ(
        refusal("\xFF\xFEn\0o\0"sv),
        "liste.csv est en UTF-16. Enregistrez-le de nouveau depuis votre tableur, au format «\u00A0CSV UTF-8\u00A0».");
    EXPECT_EQ(refusal("a\nb\0c"sv),
              "liste.csv, ligne 2\u00A0: ce n'est pas un texte. Il faut un fichier CSV, non un classeur.");
}

TEST(Csv, AFieldIsQuotedAndNothingElse)
{
    EXPECT_EQ(csv_field("a\"b"), "\"a\"\"b\"");
    EXPECT_EQ(csv_field("=1+1"), "\"=1+1\"");
    EXPECT_EQ(csv_field(""), "\"\"");
}

TEST(Csv, AFormulaIsDefused)
{
    for (const std::string_view text :
         {"=1+1"sv, "+33"sv, "-1"sv, "@SUM(A1)"sv, "\t=1"sv, "\r=1"sv, "\n=1"sv, "＝1"sv}) {
        EXPECT_EQ(csv_field_for_people(text), csv_field('\'' + std::string(text)));
    }
    EXPECT_EQ(csv_field_for_people("5/5"), "\"5/5\"");
    EXPECT_EQ(csv_field_for_people("Léa"), "\"Léa\"");
    EXPECT_EQ(csv_field_for_people(""), "\"\"");
}

TEST(Csv, WhatIsWrittenIsReadAlike)
{
    for (const CsvEncoding encoding : {CsvEncoding::utf8, CsvEncoding::utf8_with_mark, CsvEncoding::windows_1252}) {
        Csv table;
        table.separator = ';';
        table.encoding = encoding;
        table.rows = {{1, {"nom", "note"}}, {2, {"É\"a\"", "1,5"}}, {3, {"", "a\nb"}}};
        const Csv again = read_csv(csv_bytes(table), "");
        EXPECT_EQ(again.separator, ';');
        EXPECT_EQ(again.encoding, encoding);
        EXPECT_THAT(again.rows[1].fields, ElementsAre("É\"a\"", "1,5"));
        EXPECT_THAT(again.rows[2].fields, ElementsAre("", "a\nb"));
    }
}

TEST(Csv, WindowsGivesWayToUtf8ForWhatItLacks)
{
    Csv table;
    table.encoding = CsvEncoding::windows_1252;
    table.rows = {{1, {"é中"}}};
    EXPECT_EQ(csv_bytes(table), "\xEF\xBB\xBF\"é中\"\r\n");
}

}  // namespace
}  // namespace atelier
