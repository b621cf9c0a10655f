// SPDX-License-Identifier: MIT
#include "line_difference.hpp"

#include <gmock/gmock.h>

namespace atelier {
namespace {

using enum Edit;
using testing::Each;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(LineDifference, KeepsWhatBothHave)
{
    EXPECT_THAT(line_difference({}, {}), IsEmpty());
    EXPECT_THAT(line_difference({"a", "b", "c"}, {"a", "x", "c"}), ElementsAre(same, removed, added, same));
    EXPECT_THAT(line_difference({"a"}, {}), ElementsAre(removed));
    EXPECT_THAT(line_difference({}, {"a"}), ElementsAre(added));
    EXPECT_THAT(line_difference({"a", "b"}, {"b", "a"}), ElementsAre(removed, same, added));
}

TEST(LineDifference, OfEndlessListsCostsNothing)
{
    const std::vector<std::string> long_one(100'000, "a");
    const std::vector<std::string> other(100'000, "b");
    EXPECT_THAT(line_difference(long_one, other), SizeIs(200'000));
    EXPECT_THAT(line_difference(long_one, long_one), Each(same));
}

}  // namespace
}  // namespace atelier
