// SPDX-License-Identifier: MIT
#include "progress.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>

#include <fcntl.h>

#include <nlohmann/json.hpp>
#include <thread>
#include <vector>

#include "files.hpp"
#include "support.hpp"
#include "work.hpp"

namespace atelier {
namespace {

using test::Variable;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// The miniature course, and a student's folder.
class ProgressFile : public testing::Test {
protected:
    ProgressFile() { make_folder(work()); }

    [[nodiscard]] fs::path work() const { return folder_.path() / "travail"; }
    [[nodiscard]] fs::path file() const { return work() / ".progression.json"; }
    [[nodiscard]] const Exercise& exercise(const char* id) const { return catalog_.exercise(id); }

    /// A verdict on `id` that passes the first `passed` checks.
    [[nodiscard]] Verdict verdict(const char* id, std::size_t passed, const std::string& sha256 = "abc") const
    {
        Verdict verdict = not_graded(exercise(id), VerdictOutcome::graded, {});
        for (std::size_t i = 0; i < verdict.checks.size(); ++i) {
            verdict.checks[i].status = i < passed ? CheckStatus::passed : CheckStatus::failed;
        }
        verdict.answer_sha256 = sha256;
        return verdict;
    }
    [[nodiscard]] Verdict perfect(const char* id) const { return verdict(id, exercise(id).checks.size()); }
    void remember_quietly(const Verdict& verdict) const { EXPECT_EQ(remember(catalog_, verdict, true), ""); }

    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    TemporaryFolder folder_;
    Variable named_{"ATELIER_TRAVAIL", work().string()};
};

TEST_F(ProgressFile, IsNotMadeByAsking)
{
    fs::remove(work());
    const Progress progress = read_progress(catalog_);
    EXPECT_THAT(progress.records, IsEmpty());
    EXPECT_EQ(progress.problem, "");
    EXPECT_FALSE(has_passed(catalog_, exercise("01a")));
    EXPECT_FALSE(fs::exists(work()));
}

TEST_F(ProgressFile, RemembersAPassWithTheDigestOfItsAnswer)
{
    remember_quietly(perfect("01a"));
    const Progress progress = read_progress(catalog_);
    EXPECT_TRUE(progress.has_passed(exercise("01a")));
    EXPECT_FALSE(progress.has_passed(exercise("01b")));
    EXPECT_EQ(progress.records.at("01a-noter").answer_sha256, "abc");
    EXPECT_EQ(progress.records.at("01a-noter").best_points, exercise("01a").max_points());
    EXPECT_EQ(progress.last, "01a-noter");
    EXPECT_THAT(names_in(work()), ElementsAre(".progression.json"));
}

TEST_F(ProgressFile, RemembersTheCommandThatPlaysTheCheckLostLast)
{
    Verdict lost = verdict("01a", 1);
    const auto replay = [&] { return read_progress(catalog_).records.at("01a-noter").replay; };
    lost.checks[1].replay = "./atelier run 01a -- noter base.db x";
    remember_quietly(lost);
    EXPECT_EQ(replay(), "./atelier run 01a -- noter base.db x");
    remember_quietly(not_graded(exercise("01a"), VerdictOutcome::does_not_compile, {}));
    EXPECT_EQ(replay(), "./atelier run 01a -- noter base.db x") << "what does not compile lost nothing else";
    lost.checks[1].replay = std::string(3000, 'x');
    remember_quietly(lost);
    EXPECT_EQ(replay(), "") << "too long to note";
    remember_quietly(perfect("01a"));
    EXPECT_EQ(replay(), "");
}

/// As noted by a version that knew no replay.
TEST_F(ProgressFile, UnderstandsARecordWithoutAReplay)
{
    write_file(file(), R"({"exercises": {"01a-noter": {"passed": true, "best_points": 5, "max_points": 5,
                           "answer_sha256": "abc"}}})");
    const Progress progress = read_progress(catalog_);
    EXPECT_EQ(progress.problem, "");
    EXPECT_TRUE(progress.has_passed(exercise("01a")));
}

TEST_F(ProgressFile, NeverTakesAPassBack)
{
    remember_quietly(perfect("01a"));
    remember_quietly(verdict("01a", 0, "def"));
    const Progress progress = read_progress(catalog_);
    EXPECT_TRUE(progress.has_passed(exercise("01a")));
    EXPECT_EQ(progress.records.at("01a-noter").answer_sha256, "abc");
}

TEST_F(ProgressFile, RemembersTheBestPoints)
{
    remember_quietly(verdict("01a", 1));
    const int one = read_progress(catalog_).records.at("01a-noter").best_points;
    EXPECT_GT(one, 0);
    remember_quietly(verdict("01a", 0));
    EXPECT_EQ(read_progress(catalog_).records.at("01a-noter").best_points, one);
    EXPECT_FALSE(has_passed(catalog_, exercise("01a")));
    EXPECT_EQ(read_progress(catalog_).records.at("01a-noter").answer_sha256, "");
}

TEST_F(ProgressFile, CountsAnewWhenTheExerciseIsWorthSomethingElse)
{
    remember_quietly(verdict("01a", 2));
    Verdict later = verdict("01a", 1);
    later.checks.front().info.points += 100;
    later.checks.back().info.points += 100;
    remember_quietly(later);
    EXPECT_EQ(read_progress(catalog_).records.at("01a-noter").max_points, later.max_points());
    EXPECT_EQ(read_progress(catalog_).records.at("01a-noter").best_points, later.points());
}

TEST_F(ProgressFile, TellsWhatIsNext)
{
    EXPECT_EQ(next_exercise(catalog_, {}), &exercise("01a"));
    remember_quietly(perfect("01a"));
    EXPECT_EQ(next_exercise(catalog_, read_progress(catalog_)), &exercise("01b"));
    remember_quietly(perfect("01b"));
    EXPECT_EQ(next_exercise(catalog_, read_progress(catalog_)), nullptr);
}

TEST_F(ProgressFile, GoesOnFromTheLastExerciseThenComesBack)
{
    remember_quietly(verdict("01b", 0));
    EXPECT_EQ(next_exercise(catalog_, read_progress(catalog_)), &exercise("01b"));
    remember_quietly(perfect("01b"));
    EXPECT_EQ(next_exercise(catalog_, read_progress(catalog_)), &exercise("01a")) << "it was left out";
    EXPECT_EQ(remember(catalog_, verdict("01a", 0), false), "");
    EXPECT_EQ(read_progress(catalog_).last, "01b-doubler");
}

TEST_F(ProgressFile, TellsHowFarAnExerciseIs)
{
    EXPECT_EQ(stage_of(catalog_, {}, exercise("01a")), Stage::untouched);
    (void)begin_exercise(catalog_, exercise("01a"));
    EXPECT_EQ(stage_of(catalog_, {}, exercise("01a")), Stage::begun);
    remember_quietly(perfect("01a"));
    EXPECT_EQ(stage_of(catalog_, read_progress(catalog_), exercise("01a")), Stage::passed);
}

TEST_F(ProgressFile, ThatIsBrokenIsKeptAsideAndSaidOnce)
{
    int count = 0;
    for (const char* bytes : {"", "{", "[]", "null", "{\"exercises\": []}", "{\"exercises\": {\"01a-noter\": 1}}",
                              "\xff\xfe", "{\"last\": 1, \"exercises\": {}}", "{}",
                              R"({"exercises": {"01a-noter": {"passed": "oui", "best_points": 1, "max_points": 1,
                                  "answer_sha256": ""}}})"}) {
        write_file(file(), bytes);
        const std::string aside = fmt::format(".progression-illisible-{}.json", ++count);
        const Progress progress = read_progress(catalog_);
        EXPECT_THAT(progress.problem, AllOf(HasSubstr(aside), HasSubstr("./atelier check"))) << bytes;
        EXPECT_EQ(read_file(work() / aside), bytes);
        EXPECT_THAT(progress.records, IsEmpty());
        EXPECT_EQ(read_progress(catalog_).problem, "") << "said once";
    }
}

TEST_F(ProgressFile, ThatIsBrokenStopsNoPassFromBeingRemembered)
{
    write_file(file(), "{\x1b[31m");
    const std::string said = remember(catalog_, perfect("01a"), true);
    EXPECT_THAT(said, AllOf(HasSubstr(".progression-illisible-1.json"), testing::Not(HasSubstr("\x1b"))));
    EXPECT_TRUE(has_passed(catalog_, exercise("01a")));
}

TEST_F(ProgressFile, ThatCannotBeReadIsLeftWhereItIs)
{
    make_folder(file() / "inside");
    EXPECT_NE(read_progress(catalog_).problem, "");
    EXPECT_NE(remember(catalog_, perfect("01a"), true), "");
    EXPECT_TRUE(fs::exists(file() / "inside"));
}

TEST_F(ProgressFile, KeepsWhatAnotherVersionWrote)
{
    write_file(file(), R"({"future": [1], "exercises": {"77z-inconnu": {"passed": true, "best_points": 3,
        "max_points": 3, "answer_sha256": "x", "more": 1}}})");
    remember_quietly(perfect("01a"));
    const nlohmann::json after = nlohmann::json::parse(read_file(file()));
    EXPECT_EQ(after.at("future").at(0), 1);
    EXPECT_EQ(after.at("exercises").at("77z-inconnu").at("more"), 1);
}

TEST_F(ProgressFile, KnowsTheHintForTheFirstCheckLost)
{
    Verdict verdict = perfect("01a");
    remember_quietly(verdict);
    EXPECT_EQ(read_progress(catalog_).records.at("01a-noter").hint, 0);
    verdict.checks.back().status = CheckStatus::failed;
    verdict.checks.back().info.hint = 2;
    remember_quietly(verdict);
    EXPECT_EQ(read_progress(catalog_).records.at("01a-noter").hint, 2);
    EXPECT_TRUE(has_passed(catalog_, exercise("01a")));
}

TEST_F(ProgressFile, LosesNothingWhenSeveralWriteAtOnce)
{
    std::vector<std::jthread> writers;
    for (int i = 0; i < 8; ++i) {
        writers.emplace_back([&, i] {
            Verdict verdict = perfect("01a");
            verdict.exercise = fmt::format("exercice-{}", i);
            EXPECT_EQ(remember(catalog_, verdict, true), "");
        });
    }
    writers.clear();
    EXPECT_EQ(read_progress(catalog_).records.size(), 8U);
}

TEST_F(ProgressFile, DoesNotWaitForEverForALock)
{
    const Descriptor held(::open(work().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    ASSERT_EQ(::flock(held.get(), LOCK_EX), 0);
    remember_quietly(perfect("01a"));
    EXPECT_EQ(::flock(held.get(), LOCK_UN), 0);
    EXPECT_TRUE(has_passed(catalog_, exercise("01a")));
}

TEST_F(ProgressFile, IsWrittenOnlyWhenSomethingChanges)
{
    remember_quietly(perfect("01a"));
    const auto before = fs::last_write_time(file());
    fs::permissions(file(), fs::perms::owner_read);
    remember_quietly(perfect("01a"));
    EXPECT_EQ(fs::last_write_time(file()), before);
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read);
}

}  // namespace
}  // namespace atelier
