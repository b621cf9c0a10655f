// SPDX-License-Identifier: MIT
#include "sha256.hpp"

#include <gtest/gtest.h>

namespace atelier {
namespace {

TEST(TheDigest, IsThatOfFips180)
{
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(TheDigestOfPieces, TellsWhereEachEnds)
{
    EXPECT_NE(Sha256().add("ab").add("c").hex(), Sha256().add("a").add("bc").hex());
    EXPECT_NE(Sha256().add("1 a").hex(), Sha256().add("").add("a").hex());
    EXPECT_EQ(Sha256().add("ab").add("c").hex(), Sha256().add("ab").add("c").hex());
}

}  // namespace
}  // namespace atelier
