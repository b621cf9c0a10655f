// SPDX-License-Identifier: MIT
#include "source_difference.hpp"

#include <gtest/gtest.h>

namespace atelier {
namespace {

TEST(SourceDifference, CountsRunsOfLines)
{
    EXPECT_EQ(places_that_differ("a;\nb;\nc;\n", "a;\nb;\nc;\n"), 0U);
    EXPECT_EQ(places_that_differ("a;\nb;\nc;\n", "a;\nx;\ny;\nc;\n"), 1U);
    EXPECT_EQ(places_that_differ("a;\nb;\nc;\n", "a;\nc;\n"), 1U);
    EXPECT_EQ(places_that_differ("a;\nb;\nc;\n", "x;\nb;\ny;\n"), 2U);
    EXPECT_EQ(places_that_differ("", ""), 0U);
    EXPECT_EQ(places_that_differ("", "a;\n"), 1U);
}

TEST(SourceDifference, IgnoresWhatSaysNothing)
{
    EXPECT_EQ(places_that_differ("#include <a>\n// un\nf(x);  // deux\n\n{\n}\n", "#include <b>\n   f(x);\n"), 0U);
}

}  // namespace
}  // namespace atelier
