// SPDX-License-Identifier: MIT
#include "watch/replay.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace atelier::watch {
namespace {

using testing::ElementsAre;

TEST(Replay, IsTheCommandAndWhatItReads)
{
    const std::optional<Replay> alone = replay_of("./atelier run 03a -- inserer 'a b'");
    ASSERT_TRUE(alone);
    EXPECT_THAT(alone->words, ElementsAre("run", "03a", "--", "inserer", "a b"));
    EXPECT_EQ(alone->input, "");
    const std::optional<Replay> piped = replay_of("printf %s $'a\\x0ab' | ./atelier run 03a --");
    ASSERT_TRUE(piped);
    EXPECT_THAT(piped->words, ElementsAre("run", "03a", "--"));
    EXPECT_EQ(piped->input, "a\nb");
}

TEST(Replay, IsNothingElse)
{
    for (const char* line :
         {"", "rm -rf /", "./atelier", "./atelier run", "./atelier reset 03a", "printf %s x | rm -rf /",
          "./atelier run 03a -- $HOME", "./atelier run 03a -- x; rm -rf /"}) {
        EXPECT_FALSE(replay_of(line)) << line;
    }
}

}  // namespace
}  // namespace atelier::watch
