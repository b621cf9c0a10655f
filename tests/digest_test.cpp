// SPDX-License-Identifier: MIT
#include "digest.hpp"

#include <gtest/gtest.h>

#include <string_view>

namespace atelier {
namespace {

using namespace std::string_view_literals;

TEST(Digest, IsFnv1aOn64Bits)
{
    // Vectors of its authors: http://www.isthe.com/chongo/tech/comp/fnv/
    static_assert(digest("") == 0xcbf29ce484222325U);
    static_assert(digest("a") == 0xaf63dc4c8601ec8cU);
    static_assert(digest("foobar") == 0x85944171f73967e8U);
    EXPECT_EQ(digest("foobar"), 0x85944171f73967e8U);
}

TEST(Digest, ContinuesWhereAnotherEnded) { EXPECT_EQ(digest("bar", digest("foo")), digest("foobar")); }

TEST(Digest, TakesEveryByte)
{
    EXPECT_NE(digest("a\0b"sv), digest("a\0c"sv));
    EXPECT_NE(digest("\xFF"), digest("\x7F"));
    EXPECT_NE(digest("\0"sv), digest(""));
}

}  // namespace
}  // namespace atelier
