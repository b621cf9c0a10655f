// SPDX-License-Identifier: MIT
#include "workers.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <latch>
#include <stdexcept>
#include <string>
#include <vector>

namespace atelier {
namespace {

using testing::Each;

TEST(Workers, DoEachThingOnceWhateverTheirNumber)
{
    for (const unsigned workers : {0U, 1U, 2U, 7U, 200U}) {
        std::vector<std::atomic<int>> times(100);
        in_parallel(
            times.size(), [&](std::size_t i) { ++times[i]; }, workers);
        EXPECT_THAT(std::vector<int>(times.begin(), times.end()), Each(1)) << workers << " workers";
    }
}

TEST(Workers, HaveNothingToDoAboutNothing)
{
    in_parallel(
        0, [](std::size_t) { FAIL(); }, 4, [](std::size_t) { FAIL(); });
}

TEST(Workers, ReallyWorkAtOnce)
{
    std::latch all(3);  // each waits for the two others
    in_parallel(
        3, [&](std::size_t) { all.arrive_and_wait(); }, 3);
}

TEST(Workers, OneWorkerKeepsTheOrder)
{
    std::vector<std::size_t> order;
    in_parallel(
        5, [&](std::size_t i) { order.push_back(i); }, 1);
    EXPECT_THAT(order, testing::ElementsAre(0, 1, 2, 3, 4));
}

TEST(Workers, TellHowManyThingsAreDoneOneAtATime)
{
    std::vector<std::size_t> told;  // no lock: never called twice at once
    in_parallel(
        50, [](std::size_t) {}, 4, [&](std::size_t done) { told.push_back(done); });
    ASSERT_EQ(told.size(), 50U);
    for (std::size_t i = 0; i < told.size(); ++i) {
        EXPECT_EQ(told[i], i + 1);
    }
}

TEST(Workers, ThrowTheFirstExceptionByIndexWhicheverCameFirst)
{
    for (int round = 0; round < 20; ++round) {
        std::latch all(3);
        try {
            in_parallel(
                3,
                [&](std::size_t i) {
                    all.arrive_and_wait();
                    if (i > 0) {
                        throw std::runtime_error(std::to_string(i));
                    }
                },
                3);
            FAIL() << "no exception";
        } catch (const std::runtime_error& error) {
            EXPECT_STREQ(error.what(), "1");
        }
    }
}

TEST(Workers, LeaveOutWhatHadNotBegun)
{
    std::atomic<int> begun = 0;
    const auto fail_at_third = [&](std::size_t i) {
        ++begun;
        if (i == 2) {
            throw std::runtime_error("stop");
        }
    };
    EXPECT_THROW(in_parallel(1000, fail_at_third, 1), std::runtime_error);
    EXPECT_EQ(begun, 3);
}

}  // namespace
}  // namespace atelier
