// SPDX-License-Identifier: MIT
#include "nearest.hpp"

#include <gtest/gtest.h>

namespace atelier {
namespace {

TEST(Nearest, DistanceCountsInsertionsDeletionsAndReplacements)
{
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("abc", "abc"), 0U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("abc", ""), 3U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    EXPECT_EQ(edit_distance("ab", "ba"), 2U);
}

TEST(Nearest, DistanceIsTheSameBothWays)
{
    EXPECT_EQ(edit_distance("01a-ouvrir", "03b"), edit_distance("03b", "01a-ouvrir"));
}

TEST(Nearest, IsTheWordProbablyMeant)
{
    EXPECT_EQ(nearest("chek", {"list", "check", "grade"}), "check");
    EXPECT_EQ(nearest("01d", {"01a", "02d", "03a"}), "01a");
}

TEST(Nearest, IsTheFirstOfSeveral) { EXPECT_EQ(nearest("x", {"a", "b"}), "a"); }

TEST(Nearest, IsEmptyWhenThereAreNoWords) { EXPECT_EQ(nearest("x", {}), ""); }

}  // namespace
}  // namespace atelier
