// SPDX-License-Identifier: MIT
#include "grade_class.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>

#include "catalog.hpp"
#include "error.hpp"
#include "files.hpp"
#include "reports/results.hpp"
#include "toolchain.hpp"

namespace atelier {
namespace {

/// A class of three on the miniature course: one right, one that does not compile, one that sent nothing.
class GradingAClass : public testing::Test {
protected:
    GradingAClass()
    {
        grading_.toolchain = prepare_toolchain();
        hand_in("alice", solution());
        hand_in("bob", "int compter(");
        make_folder(copies_ / "chloé");
        make_folder(copies_);
    }
    void hand_in(const std::string& student, const std::string& source) const
    {
        make_folder(copies_ / student / "01a-noter");
        write_file(copies_ / student / "01a-noter" / "reponse.cpp", source);
    }
    [[nodiscard]] std::string solution() const
    {
        return read_file(catalog_.solutions_of(catalog_.exercise("01a")) / "reponse.cpp");
    }
    ClassProgress grade_into(Gradebook& book, unsigned workers = 0,
                             const std::function<void(const ClassProgress&)>& progress = {},
                             const Shard& shard = {}) const
    {
        ClassProgress last;
        grade_class(book, collect(catalog_, copies_), {&catalog_.exercise("01a")}, grading_, workers, shard,
                    [&](const ClassProgress& now) {
                        last = now;
                        if (progress) {
                            progress(now);
                        }
                    });
        return last;
    }
    [[nodiscard]] Gradebook book(const std::string& name) const
    {
        make_folder(folder_.path() / name);
        return Gradebook::to_write(folder_.path() / name);
    }
    static std::string json(const Gradebook& book)
    {
        std::string text;
        write_results_json(book.results(), [&](std::string_view piece) { text += piece; });
        return text;
    }

    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    TemporaryFolder folder_;
    fs::path copies_ = folder_.path() / "copies";
    Grading grading_;
};

TEST_F(GradingAClass, GivesTheSameForAnyNumberOfWorkersAndWhenItIsStoppedAndBegunAgain)
{
    Gradebook one = book("one");
    EXPECT_EQ(grade_into(one, 1).done, 3U);
    Gradebook three = book("three");
    grade_into(three, 3);
    EXPECT_EQ(json(one), json(three));

    Gradebook stopped = book("stopped");
    const auto stop = [](const ClassProgress& now) {
        if (now.done == 2) {
            throw std::runtime_error("stop");
        }
    };
    EXPECT_THROW(grade_into(stopped, 1, stop), std::runtime_error);
    EXPECT_NE(json(stopped), json(one));
    const ClassProgress rest = grade_into(stopped);
    EXPECT_EQ(rest.known, 2U);
    EXPECT_EQ(rest.total, 3U);
    EXPECT_EQ(json(stopped), json(one));
}

TEST_F(GradingAClass, GivesTheSameInOneRunAndInFourPartsMergedInAnyOrder)
{
    for (const std::string& student : {"dalia", "éric", "farid", "gaël", "héloïse"}) {
        hand_in(student, student == "gaël" ? "int compter(" : solution());
    }
    Gradebook whole = book("whole");
    grade_into(whole, 2);
    std::vector<fs::path> parts;
    std::size_t given = 0;
    for (unsigned index = 1; index <= 4; ++index) {
        Gradebook part = book(std::to_string(index));
        given += grade_into(part, index, {}, {.index = index, .count = 4}).done;
        EXPECT_EQ(part.results().students, 2U);
        parts.push_back(folder_.path() / std::to_string(index));
    }
    EXPECT_EQ(given, 8U) << "each student in one part only";
    for (int turn = 0; turn < 4; ++turn) {
        std::rotate(parts.begin(), parts.begin() + 1, parts.end());
        if (turn == 2) {
            std::swap(parts[0], parts[2]);
        }
        Gradebook merged = book("merged" + std::to_string(turn));
        merged.merge(parts);
        EXPECT_EQ(json(merged), json(whole));
        const ClassProgress again = grade_into(merged);
        EXPECT_EQ(again.known, 8U) << "the class goes on from what was merged";
        EXPECT_EQ(json(merged), json(whole));
    }
}

TEST_F(GradingAClass, PartsOfTwoClassesAreNotMerged)
{
    Gradebook first = book("1");
    grade_into(first, 0, {}, {.index = 1, .count = 2});
    make_folder(copies_ / "zoé");
    Gradebook second = book("2");
    grade_into(second, 0, {}, {.index = 2, .count = 2});
    EXPECT_THROW(book("merged").merge({folder_.path() / "1", folder_.path() / "2"}), Error);
}

TEST_F(GradingAClass, JudgesOnlyWhatChanged)
{
    Gradebook mine = book("mine");
    grade_into(mine);
    hand_in("bob", solution());  // the gradebook knows it, from alice
    EXPECT_EQ(grade_into(mine).known, 2U);
    EXPECT_EQ(mine.last("bob", "01a-noter")->verdict.points(), 5);
    EXPECT_EQ(grade_into(mine).known, 3U);
}

TEST_F(GradingAClass, RegradesForAReasonThatIsKept)
{
    Gradebook mine = book("mine");
    grade_into(mine);
    std::vector<std::string> told;
    regrade(mine, {"alice", "chloé"}, {&catalog_.exercise("01a")}, grading_, "1/1", "doute",
            [&](const std::string& who, const Verdict& old, const Verdict& now) {
                told.push_back(fmt::format("{} {} {}", who, old.points(), now.points()));
            });
    EXPECT_THAT(told, testing::ElementsAre("alice 5 5"));
    EXPECT_EQ(mine.last("alice", "01a-noter")->reason, "doute");
    EXPECT_EQ(mine.results().failure, "");
}

}  // namespace
}  // namespace atelier
