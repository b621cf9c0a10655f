// SPDX-License-Identifier: MIT
#include "import/moment.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace atelier {
namespace {

TEST(Moment, IsToldInUtc)
{
    EXPECT_EQ(utc_moment("2026-11-03T23:05:07.123456+01:00"), "2026-11-03T22:05:07Z");
    EXPECT_EQ(utc_moment("2018-07-01T14:22:32.365935-07:00"), "2018-07-01T21:22:32Z");
    EXPECT_EQ(utc_moment("2026-12-31 23:30 -0100"), "2027-01-01T00:30:00Z");
    EXPECT_EQ(utc_moment("2024-02-29T00:00:00Z"), "2024-02-29T00:00:00Z");
    EXPECT_EQ(utc_moment("2026-11-03T22:05Z"), "2026-11-03T22:05:00Z");
}

TEST(Moment, IsNothingWithoutItsDistanceFromUtc)
{
    EXPECT_EQ(utc_moment("2026-11-03T23:05:00"), "");
    EXPECT_EQ(utc_moment("2026-11-03"), "");
}

TEST(Moment, IsNothingWhenItIsNone)
{
    for (const std::string_view text : {"", "hier", "2023-02-29T00:00:00Z", "2026-13-01T00:00Z", "2026-11-03T24:00Z",
                                        "2026-11-03T23:60Z", "26-11-03T23:00Z", "2026-11-03T23:05:00Zx",
                                        "2026-11-03T23:05:00+", "03/11/2026 23:05", "2026-11-03T23:05:00 +01:00:00"}) {
        EXPECT_EQ(utc_moment(text), "") << text;
    }
}

}  // namespace
}  // namespace atelier
