// SPDX-License-Identifier: MIT
#include "check/failure_text.hpp"

#include <gmock/gmock-matchers.h>
#include <gtest/gtest-spi.h>

#include "check/matchers.hpp"

namespace atelier::check {
namespace {

using ::testing::HasSubstr;

std::string french(const std::string& text) { return std::string(begin_french) + text + std::string(end_french); }

TEST(FailureText, TakesTheMatchersWordsOutOfTheirFrame)
{
    EXPECT_EQ(failure_text("Value of: base.rows(\"SELECT 1\")\nExpected: \n  Actual: 1 'Zoé', " +
                           french("attendu\nobtenu\n")),
              "attendu\nobtenu");
}

TEST(FailureText, AddsWhatTheAuthorSaid)
{
    EXPECT_EQ(failure_text("Value of: x\nExpected: \n  Actual: y, " + french("différent") +
                           "\nRelisez la leçon 2.\nOui, la 2."),
              "différent\nRelisez la leçon 2.\nOui, la 2.");
}

TEST(FailureText, KeepsTheAuthorsWordsOfAnOrdinaryAssertion)
{
    EXPECT_EQ(failure_text(
                  "Value of: run.trace().commits == 1\n  Actual: false\nExpected: true\nUne seule validation suffit."),
              "Une seule validation suffit.");
    EXPECT_EQ(failure_text("Expected equality of these values:\n  a\n    Which is: 1\n  2\nTrop peu."), "Trop peu.");
    EXPECT_EQ(failure_text("Failed\nRien ne va."), "Rien ne va.");
    EXPECT_EQ(failure_text("Expected: (a) < (b), actual: 3 vs 2\nTrop."), "Trop.");
}

TEST(FailureText, ShowsTheWholeMessageWhenThereIsNothingElse)
{
    EXPECT_EQ(failure_text("Value of: x\n  Actual: false\nExpected: true\n"),
              "Value of: x\n  Actual: false\nExpected: true");
    EXPECT_EQ(failure_text("Failed"), "Failed");
    EXPECT_EQ(failure_text(""), "");
    EXPECT_EQ(failure_text("\n\n"), "");
}

TEST(FailureText, SurvivesMarksOutOfPlace)
{
    EXPECT_EQ(failure_text(std::string(end_french) + "a" + std::string(begin_french)),
              std::string(end_french) + "a" + std::string(begin_french));
    EXPECT_EQ(failure_text(std::string(begin_french) + "a"), std::string(begin_french) + "a");
}

TEST(FailureText, TakesTheWordsOfEachMatcher)
{
    EXPECT_EQ(failure_text("Value of: x\nExpected: () and ()\n  Actual: y, " + french("premier") + ", and " +
                           french("second") + "\nRelisez."),
              "premier\nsecond\nRelisez.");
}

/// The message that GoogleTest makes for `assertion`.
template <class Assertion>
std::string message_of(const Assertion& assertion)
{
    ::testing::TestPartResultArray results;
    {
        const ::testing::ScopedFakeTestPartResultReporter reporter(
            ::testing::ScopedFakeTestPartResultReporter::INTERCEPT_ONLY_CURRENT_THREAD, &results);
        assertion();
    }
    return results.size() == 1 ? results.GetTestPartResult(0).message() : "not one failure";
}

TEST(FailureText, UnderstandsThisVersionOfGoogleTest)
{
    const Table table{{"n"}, {{1}}, {}};
    EXPECT_EQ(failure_text(message_of([&] { EXPECT_THAT(table, IsValue(2)) << "Relisez."; })),
              R"(   attendu  │ obtenu
   n        │ n
≠  2        │ 1
Relisez.)");
    EXPECT_EQ(failure_text(message_of([] { EXPECT_EQ(1 + 1, 3) << "Trop peu."; })), "Trop peu.");
    EXPECT_EQ(failure_text(message_of([] { EXPECT_TRUE(false) << "Faux."; })), "Faux.");
    EXPECT_EQ(failure_text(message_of([] { EXPECT_GT(1, 2) << "Trop peu."; })), "Trop peu.");
    EXPECT_EQ(failure_text(message_of([] { EXPECT_STREQ("a", "b") << "Autre."; })), "Autre.");
    EXPECT_EQ(failure_text(message_of([] { ADD_FAILURE() << "Rien ne va."; })), "Rien ne va.");
    EXPECT_EQ(failure_text(message_of([] { EXPECT_THAT(1, ::testing::Eq(2)) << "Trop peu."; })), "Trop peu.");
    EXPECT_THAT(failure_text(message_of([] { EXPECT_EQ(1 + 1, 3); })), HasSubstr("1 + 1"));
}

}  // namespace
}  // namespace atelier::check
