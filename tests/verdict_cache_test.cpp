// SPDX-License-Identifier: MIT
#include "verdict_cache.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "catalog.hpp"
#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "support.hpp"

namespace atelier {
namespace {

/// A cache of its own; judging is counted, and says what it was asked.
class TheVerdictCache : public testing::Test {
protected:
    [[nodiscard]] Verdict verdict(VerdictCache& cache, const std::string& source, const char* id = "01a",
                                  std::uint64_t seed = default_seed, bool repeatable = true)
    {
        const Exercise& exercise = catalog_.exercise(id);
        return cache.verdict(toolchain_, seed, exercise, source, [&] {
            ++judged_;
            Verdict made = not_graded(exercise, VerdictOutcome::does_not_compile, "jugé : " + source);
            made.seed = seed;
            made.tier = toolchain_.tier;
            made.repeatable = repeatable;
            return made;
        });
    }

    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    Toolchain toolchain_ = prepare_toolchain();
    TemporaryFolder folder_;
    fs::path place_ = folder_.path() / "verdicts";
    int judged_ = 0;
};

TEST_F(TheVerdictCache, JudgesTheSameAnswerOnce)
{
    VerdictCache cache(place_);
    const Verdict first = verdict(cache, "int x;");
    const Verdict second = verdict(cache, "int x;");
    EXPECT_EQ(judged_, 1);
    EXPECT_EQ(to_json(first), to_json(second));
    EXPECT_EQ(second.message, "jugé : int x;");
}

TEST_F(TheVerdictCache, ServesTheNextProcess)
{
    VerdictCache one(place_);
    (void)verdict(one, "int x;");
    VerdictCache other(place_);
    EXPECT_EQ(verdict(other, "int x;").message, "jugé : int x;");
    EXPECT_EQ(judged_, 1);
}

TEST_F(TheVerdictCache, TellsApartAllThatAVerdictDependsOn)
{
    VerdictCache cache(place_);
    (void)verdict(cache, "int x;");
    (void)verdict(cache, "int x; ");
    (void)verdict(cache, "int x;", "01b");
    (void)verdict(cache, "int x;", "01a", 7);
    EXPECT_EQ(judged_, 4);
    use_language("en");
    (void)verdict(cache, "int x;");
    use_language("fr");
    EXPECT_EQ(judged_, 5);
    toolchain_.tier = Tier::none;
    (void)verdict(cache, "int x;");
    EXPECT_EQ(judged_, 6);
}

TEST_F(TheVerdictCache, JudgesAnewWhatABusyMachineMayHaveCaused)
{
    VerdictCache cache(place_);
    (void)verdict(cache, "int x;", "01a", default_seed, false);
    (void)verdict(cache, "int x;");
    (void)verdict(cache, "int x;");
    EXPECT_EQ(judged_, 2);
}

TEST_F(TheVerdictCache, JudgesAnewWhatCannotBeRead)
{
    VerdictCache cache(place_);
    (void)verdict(cache, "int x;");
    (void)verdict(cache, "int y;", "01b");
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(place_)) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path());
        }
    }
    ASSERT_EQ(files.size(), 2U);
    const std::string other =
        read_file(files[0]).find("01b") == std::string::npos ? read_file(files[1]) : read_file(files[0]);
    const fs::path mine = read_file(files[0]) == other ? files[1] : files[0];
    for (const std::string& bytes : {std::string(), std::string("{"), std::string("[]"), other}) {
        judged_ = 0;
        write_file(mine, bytes);
        EXPECT_EQ(verdict(cache, "int x;").message, "jugé : int x;") << bytes;
        EXPECT_EQ(judged_, 1) << bytes;
        (void)verdict(cache, "int x;");
        EXPECT_EQ(judged_, 1) << "it was not kept anew";
    }
}

TEST_F(TheVerdictCache, WorksWhereNothingCanBeKept)
{
    write_file(folder_.path() / "file", "");
    VerdictCache cache(folder_.path() / "file" / "verdicts");
    EXPECT_EQ(verdict(cache, "int x;").message, "jugé : int x;");
    EXPECT_EQ(verdict(cache, "int x;").message, "jugé : int x;");
}

TEST_F(TheVerdictCache, IsItsOwnersAlone)
{
    VerdictCache cache(place_);
    (void)verdict(cache, "int x;");
    EXPECT_EQ(fs::status(place_).permissions(), fs::perms::owner_all);
}

TEST_F(TheVerdictCache, JudgesOnceForAllWhoAskAtOnce)
{
    VerdictCache cache(place_);
    const Exercise& exercise = catalog_.exercise("01a");
    std::atomic<int> judged = 0;
    std::vector<std::jthread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            (void)cache.verdict(toolchain_, default_seed, exercise, "int x;", [&] {
                ++judged;
                Verdict made = not_graded(exercise, VerdictOutcome::no_answer, {});
                made.tier = toolchain_.tier;
                return made;
            });
        });
    }
    threads.clear();
    EXPECT_EQ(judged, 1);
}

TEST_F(TheVerdictCache, PassesOnWhatStopsUsAndTriesAgain)
{
    VerdictCache cache(place_);
    const Exercise& exercise = catalog_.exercise("01a");
    const auto fails = [&]() -> Verdict { throw Error("le disque est plein"); };
    EXPECT_THROW((void)cache.verdict(toolchain_, default_seed, exercise, "int x;", fails), Error);
    EXPECT_EQ(verdict(cache, "int x;").message, "jugé : int x;");
}

TEST_F(TheVerdictCache, IsBounded)
{
    VerdictCache cache(place_);
    (void)verdict(cache, "int x;");
    const fs::path shard = *fs::directory_iterator(place_);
    for (int i = 0; i < 300; ++i) {
        write_file(shard / (std::to_string(i) + ".json"), "{}");
    }
    for (int i = 0; names_in(shard).size() > 290; ++i) {  // until one falls into that folder
        ASSERT_LT(i, 5000);
        (void)verdict(cache, std::to_string(i));
    }
    EXPECT_LE(names_in(shard).size(), 152U);
}

}  // namespace
}  // namespace atelier
