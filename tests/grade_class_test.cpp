// SPDX-License-Identifier: MIT
#include "grade_class.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
                             const std::function<void(const ClassProgress&)>& progress = {}) const
    {
        ClassProgress last;
        grade_class(book, collect(catalog_, copies_), {&catalog_.exercise("01a")}, grading_, workers, "1/1",
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
