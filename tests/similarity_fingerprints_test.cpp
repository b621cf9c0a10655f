// SPDX-License-Identifier: MIT
#include "similarity/fingerprints.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

namespace atelier {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

/// So many statements that have nothing in common with those of another seed.
std::string statements(unsigned seed, int count)
{
    std::mt19937 random(seed);
    const char* words[] = {"if", "(", ")", "{", "}", "+", "-", "*", "while", "return", "x", "1", "for", ";", "<", "=="};
    std::string text;
    for (int i = 0; i < count; ++i) {
        text += words[random() % std::size(words)];
        text += i % 10 == 9 ? '\n' : ' ';
    }
    return text;
}

std::vector<std::uint64_t> runs_of(const std::string& source)
{
    std::vector<std::uint64_t> runs;
    for (const Fingerprint& print : prints_of(source).kept) {
        runs.push_back(print.run);
    }
    std::sort(runs.begin(), runs.end());
    return runs;
}

std::size_t shared(const std::string& a, const std::string& b)
{
    std::vector<std::uint64_t> both;
    const std::vector<std::uint64_t> of_a = runs_of(a);
    const std::vector<std::uint64_t> of_b = runs_of(b);
    std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(both));
    return both.size();
}

TEST(Fingerprints, FindWhateverIsSharedOnSeventeenWords)
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        const std::string common = statements(seed, static_cast<int>(window + run_length - 1));
        EXPECT_GE(shared(statements(1000 + seed, 100) + common + statements(2000 + seed, 50),
                         statements(3000 + seed, 41) + common + statements(4000 + seed, 80)),
                  1U)
            << seed;
    }
}

TEST(Fingerprints, FindNothingInFewerThanTwelveWords)
{
    for (unsigned seed = 0; seed < 50; ++seed) {
        const std::string common = statements(seed, static_cast<int>(run_length) - 1);
        EXPECT_EQ(shared(common, common), 0U);
    }
}

TEST(Fingerprints, AreFew)
{
    const std::size_t words = 7'000;
    const auto kept = prints_of(statements(1, words)).kept.size();
    EXPECT_GT(kept, words * 2 / (window + 1) * 9 / 10);
    EXPECT_LT(kept, words * 2 / (window + 1) * 11 / 10);
    EXPECT_THAT(all_runs_of(statements(1, words)), SizeIs(testing::Gt(kept)));
    EXPECT_LT(prints_of(std::string(40'000, ';')).kept.size(), 40'000U / window + 2)
        << "what repeats itself is told once a window";
}

TEST(Fingerprints, AreAmongAllRuns)
{
    const std::string source = statements(5, 300);
    const std::vector<std::uint64_t> all = all_runs_of(source);
    for (const Fingerprint& print : prints_of(source).kept) {
        EXPECT_TRUE(std::binary_search(all.begin(), all.end(), print.run));
        EXPECT_GE(print.last_line, print.first_line);
    }
    EXPECT_THAT(prints_of("").kept, IsEmpty());
    EXPECT_THAT(all_runs_of("int a;"), IsEmpty());
}

}  // namespace
}  // namespace atelier
