// SPDX-License-Identifier: MIT
#include "check/value.hpp"

#include <gmock/gmock.h>

#include <limits>
#include <sstream>

namespace atelier::check {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Blob blob(std::initializer_list<int> bytes)
{
    Blob result;
    for (const int byte : bytes) {
        result.push_back(static_cast<std::byte>(byte));
    }
    return result;
}

TEST(Value, TellsTypesApart)
{
    EXPECT_EQ(Value(1), Value(std::int64_t{1}));
    EXPECT_FALSE(Value(1) == Value(1.0));
    EXPECT_FALSE(Value(1) == Value("1"));
    EXPECT_FALSE(Value("1") == Value(blob({'1'})));
    EXPECT_FALSE(Value() == Value(0));
    EXPECT_FALSE(Value() == Value(""));
    EXPECT_EQ(Value(nullptr), Value(std::nullopt));
}

TEST(Value, IsMadeOfAnyInteger)
{
    EXPECT_EQ(Value(std::size_t{3}), Value(3));
    EXPECT_EQ(Value(3U), Value(3));
    EXPECT_EQ(Value(3L), Value(3LL));
    EXPECT_EQ(Value(true), Value(1));
    EXPECT_EQ(Value(0), Value(std::int64_t{0}));
    EXPECT_FALSE(Value(0).is_null());
}

TEST(Value, GivesItselfAsItsOwnTypeOnly)
{
    EXPECT_EQ(Value(30).integer(), 30);
    EXPECT_EQ(Value("30").integer(), std::nullopt);
    EXPECT_EQ(Value(30.0).integer(), std::nullopt);
    EXPECT_EQ(Value("Zoé").text(), "Zoé");
    EXPECT_EQ(Value(30).text(), std::nullopt);
    EXPECT_EQ(Value().text(), std::nullopt);
}

TEST(Value, NamesItsTypeAsSqlDoes)
{
    EXPECT_EQ(Value().type_name(), "NULL");
    EXPECT_EQ(Value(1).type_name(), "INTEGER");
    EXPECT_EQ(Value(1.5).type_name(), "REAL");
    EXPECT_EQ(Value("x").type_name(), "TEXT");
    EXPECT_EQ(Value(Blob()).type_name(), "BLOB");
}

TEST(Value, ShowsItsType)
{
    EXPECT_EQ(Value().show(), "NULL");
    EXPECT_EQ(Value("NULL").show(), "'NULL'");
    EXPECT_EQ(Value(30).show(), "30");
    EXPECT_EQ(Value(30.0).show(), "30.0");
    EXPECT_EQ(Value(0.1).show(), "0.1");
    EXPECT_EQ(Value(1e300).show(), "1e+300");
    EXPECT_EQ(Value("30").show(), "'30'");
    EXPECT_EQ(Value("").show(), "''");
    EXPECT_EQ(Value(blob({0, 255, 10})).show(), "x'00FF0A'");
    EXPECT_EQ(Value(Blob()).show(), "x''");
    EXPECT_EQ(Value(std::numeric_limits<std::int64_t>::min()).show(), "-9223372036854775808");
}

TEST(Value, ShowsWhatATerminalWouldHideOrObey)
{
    EXPECT_EQ(Value("a\nb\tc").show(), "'a␊b␉c'");
    EXPECT_EQ(Value("\x1b[31m").show(), "'␛[31m'");
    EXPECT_EQ(Value(std::string("a\0b", 3)).show(), "'a␀b'");
    EXPECT_EQ(Value("\xff").show(), "'\xEF\xBF\xBD'");
    EXPECT_EQ(Value(" a ").show(), "' a '") << "the quotes show the blanks at the ends";
}

TEST(Value, HasATotalOrder)
{
    EXPECT_LT(Value(), Value(0));
    EXPECT_LT(Value(2), Value(10));
    EXPECT_LT(Value(10), Value(1.0)) << "types first";
    EXPECT_LT(Value("a"), Value("b"));
    EXPECT_FALSE(Value("a") < Value("a"));
}

TEST(Value, HasAnOrderEvenWhenItIsNotANumber)
{
    const Value nan(std::numeric_limits<double>::quiet_NaN());
    EXPECT_EQ(nan, Value(-std::numeric_limits<double>::quiet_NaN()));
    EXPECT_FALSE(nan < nan);
    EXPECT_LT(nan, Value(-1e300));
    EXPECT_FALSE(Value(-1e300) < nan);
    EXPECT_FALSE(nan == Value(1.0));
    EXPECT_LT(Value(3), nan);
    EXPECT_LT(nan, Value("a"));
}

TEST(Table, GivesItsOnlyValue)
{
    EXPECT_EQ((Table{{"n"}, {{7}}, {}}.only()), Value(7));
    EXPECT_TRUE((Table{{"n"}, {}, {}}.only().is_null()));
    EXPECT_TRUE((Table{{"n"}, {{7}, {8}}, {}}.only().is_null()));
    EXPECT_TRUE((Table{{"n", "m"}, {{7, 8}}, {}}.only().is_null()));
}

TEST(Table, SelectsColumnsInTheOrderAsked)
{
    const Table table{{"id", "nom", "age"}, {{1, "Zoé", 30}, {2, "Bob", nullptr}}, {}};
    const Table selected = table.select({"age", "NOM"});
    EXPECT_THAT(selected.columns, ElementsAre("age", "NOM"));
    EXPECT_THAT(selected.rows, ElementsAre(Row{30, "Zoé"}, Row{nullptr, "Bob"}));
    EXPECT_THAT(selected.problem, IsEmpty());
}

TEST(Table, SaysWhichColumnIsMissing)
{
    const Table table{{"id"}, {{1}}, {}};
    const Table selected = table.select({"id", "nom", "age"});
    EXPECT_EQ(selected.problem, "La colonne «\u00A0nom\u00A0» manque.");
    EXPECT_THAT(selected.rows, IsEmpty());
}

TEST(Table, KeepsItsOwnProblemWhenSelected)
{
    const Table table{{}, {}, "La base a.db ne peut pas être lue."};
    EXPECT_EQ(table.select({"nom"}).problem, "La base a.db ne peut pas être lue.");
}

TEST(Table, IsPrintedRowByRow)
{
    std::ostringstream out;
    PrintTo(Table{{"id", "nom"}, {{1, "Zoé"}, {2, nullptr}}, {}}, &out);
    EXPECT_EQ(out.str(), "1 'Zoé' \n2 NULL \n");
}

}  // namespace
}  // namespace atelier::check
