// SPDX-License-Identifier: MIT
#include "shard.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "error.hpp"
#include "french.hpp"

namespace atelier {
namespace {

using test::plain;
using testing::AllOf;
using testing::HasSubstr;

using Set = std::map<std::string, std::string>;

std::string shard(const Set& set)
{
    return shard_from_environment([&](const char* name) -> std::optional<std::string> {
               const auto found = set.find(name);
               return found == set.end() ? std::nullopt : std::optional(found->second);
           })
        .text();
}

std::string refusal(const Set& set)
{
    try {
        return "no refusal: " + shard(set);
    } catch (const Error& error) {
        return plain(error.what());
    }
}

Set slurm(const std::string& id, const std::string& min, const std::string& max, const std::string& count,
          const std::string& step = {})
{
    return {{"SLURM_ARRAY_TASK_ID", id},
            {"SLURM_ARRAY_TASK_MIN", min},
            {"SLURM_ARRAY_TASK_MAX", max},
            {"SLURM_ARRAY_TASK_COUNT", count},
            {"SLURM_ARRAY_TASK_STEP", step}};
}

TEST(Shard, IsReadAsItIsWritten)
{
    EXPECT_EQ(shard_from_text("2/4"), (Shard{.index = 2, .count = 4}));
    EXPECT_EQ(shard_from_text("4/4")->text(), "4/4");
    for (const char* none : {"", "/", "2", "0/4", "5/4", "-1/4", "1/0", "1/-4", "1/4/4", " 1/4", "1/4 ", "a/b", "1/x",
                             "1.0/4", "+1/4", "1/99999999999", "99999999999999999999/1"}) {
        EXPECT_FALSE(shard_from_text(none)) << none;
    }
}

TEST(Shard, EachPlaceIsInExactlyOnePartAndPartsDifferByOneAtMost)
{
    for (const unsigned count : {1U, 2U, 4U, 7U}) {
        std::vector<std::size_t> sizes;
        for (unsigned index = 1; index <= count; ++index) {
            std::size_t size = 0;
            for (std::size_t place = 0; place < 23; ++place) {
                size += Shard{.index = index, .count = count}.holds(place) ? 1 : 0;
            }
            sizes.push_back(size);
        }
        EXPECT_EQ(std::accumulate(sizes.begin(), sizes.end(), std::size_t{0}), 23U);
        EXPECT_LE(*std::max_element(sizes.begin(), sizes.end()) - *std::min_element(sizes.begin(), sizes.end()), 1U);
    }
}

TEST(Shard, OfSlurmMayHaveAnyBaseAndStep)
{
    EXPECT_EQ(shard(slurm("1", "1", "4", "4")), "1/4");
    EXPECT_EQ(shard(slurm("4", "1", "4", "4", "1")), "4/4");
    EXPECT_EQ(shard(slurm("0", "0", "3", "4", "1")), "1/4");
    EXPECT_EQ(shard(slurm("12", "10", "13", "4", "1")), "3/4");
    EXPECT_EQ(shard(slurm("20", "0", "30", "4", "10")), "3/4");
    EXPECT_EQ(shard(slurm("5", "5", "5", "1")), "1/1");
}

TEST(Shard, OfSlurmIsRefusedWhenTheArrayHasHoles)
{
    EXPECT_THAT(refusal(slurm("3", "1", "4", "3", "1")),  // --array=1,3,4
                AllOf(HasSubstr("se contredisent"), HasSubstr("SLURM_ARRAY_TASK_COUNT=3"), HasSubstr("--shard 2/4")));
    EXPECT_THAT(refusal(slurm("5", "1", "4", "4")), HasSubstr("SLURM_ARRAY_TASK_ID=5"));
    EXPECT_THAT(refusal(slurm("2", "1", "7", "4", "2")), HasSubstr("SLURM_ARRAY_TASK_STEP=2"));
    EXPECT_THAT(refusal(slurm("1", "1", "4", "4", "0")), HasSubstr("SLURM_ARRAY_TASK_STEP=0"));
    EXPECT_THAT(refusal(slurm("1", "1", "4", "")), HasSubstr("il manque SLURM_ARRAY_TASK_COUNT"));
    EXPECT_THAT(refusal(slurm("x", "1", "4", "4")), HasSubstr("SLURM_ARRAY_TASK_ID=x : il faut un nombre entier"));
}

TEST(Shard, OfGitlabCountsFromOne)
{
    EXPECT_EQ(shard({{"CI_NODE_INDEX", "1"}, {"CI_NODE_TOTAL", "4"}}), "1/4");
    EXPECT_EQ(shard({{"CI_NODE_INDEX", "4"}, {"CI_NODE_TOTAL", "4"}}), "4/4");
    EXPECT_EQ(shard({{"CI_NODE_TOTAL", "1"}}), "1/1") << "a job that is not parallel";
    EXPECT_THAT(refusal({{"CI_NODE_TOTAL", "4"}}), HasSubstr("il manque CI_NODE_INDEX"));
    EXPECT_THAT(refusal({{"CI_NODE_INDEX", "2"}}), HasSubstr("il manque CI_NODE_TOTAL"));
    EXPECT_THAT(refusal({{"CI_NODE_INDEX", "0"}, {"CI_NODE_TOTAL", "4"}}), HasSubstr("CI_NODE_INDEX=0"));
    EXPECT_THAT(refusal({{"CI_NODE_INDEX", "5"}, {"CI_NODE_TOTAL", "4"}}), HasSubstr("CI_NODE_TOTAL=4"));
}

TEST(Shard, OfKubernetesCountsFromZeroAndIsToldHowManyThereAre)
{
    EXPECT_EQ(shard({{"JOB_COMPLETION_INDEX", "0"}, {"ATELIER_SHARDS", "4"}}), "1/4");
    EXPECT_EQ(shard({{"JOB_COMPLETION_INDEX", "3"}, {"ATELIER_SHARDS", "4"}}), "4/4");
    EXPECT_THAT(refusal({{"JOB_COMPLETION_INDEX", "0"}}), HasSubstr("il manque ATELIER_SHARDS"));
    EXPECT_THAT(refusal({{"JOB_COMPLETION_INDEX", "4"}, {"ATELIER_SHARDS", "4"}}),
                HasSubstr("JOB_COMPLETION_INDEX=4, ATELIER_SHARDS=4"));
    EXPECT_THAT(refusal({{"JOB_COMPLETION_INDEX", "\033[31m"}, {"ATELIER_SHARDS", "4"}}), Not(HasSubstr("\033")));
}

TEST(Shard, IsRefusedWhenNobodyOrSeveralSayIt)
{
    EXPECT_THAT(refusal({}), AllOf(HasSubstr("SLURM_ARRAY_TASK_ID"), HasSubstr("CI_NODE_INDEX"),
                                   HasSubstr("JOB_COMPLETION_INDEX"), HasSubstr("--shard 2/4")));
    EXPECT_THAT(refusal({{"ATELIER_SHARDS", "4"}}), HasSubstr("n'a rien trouvé"));
    Set both = slurm("2", "1", "4", "4");
    both["CI_NODE_INDEX"] = "2";
    both["CI_NODE_TOTAL"] = "4";
    EXPECT_EQ(shard(both), "2/4");
    both["CI_NODE_INDEX"] = "3";
    EXPECT_THAT(refusal(both), AllOf(HasSubstr("SLURM_ARRAY_TASK_ID=2"), HasSubstr("CI_NODE_INDEX=3")));
    Set fewer = slurm("3", "3", "3", "1");  // one task of four, submitted again alone
    EXPECT_EQ(shard(fewer), "1/1");
    fewer["ATELIER_SHARDS"] = "4";
    EXPECT_THAT(refusal(fewer), AllOf(HasSubstr("SLURM_ARRAY_TASK_COUNT=1"), HasSubstr("ATELIER_SHARDS=4")));
}

}  // namespace
}  // namespace atelier
