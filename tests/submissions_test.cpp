// SPDX-License-Identifier: MIT
#include "submissions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "error.hpp"
#include "support.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A class on the miniature course.
class AClass : public testing::Test {
protected:
    [[nodiscard]] fs::path at(const std::string& name) const { return folder_.path() / name; }
    void hand_in(const std::string& student, const std::string& exercise, const std::string& source) const
    {
        make_folder(at(student) / exercise);
        write_file(at(student) / exercise / "reponse.cpp", source);
    }
    [[nodiscard]] std::string solution(const std::string& id) const
    {
        return read_file(catalog_.solutions_of(catalog_.exercise(id)) / catalog_.exercise(id).answer);
    }
    [[nodiscard]] std::vector<std::string> students() const
    {
        std::vector<std::string> names;
        for (const Submission& submission : find_submissions(folder_.path())) {
            names.push_back(submission.student);
        }
        return names;
    }
    [[nodiscard]] std::vector<std::string> answered() const
    {
        std::vector<std::string> ids;
        for (const Exercise* exercise : answered_exercises(catalog_, find_submissions(folder_.path()))) {
            ids.push_back(exercise->id);
        }
        return ids;
    }
    [[nodiscard]] Verdict verdict(const char* id, VerdictOutcome outcome, CheckStatus first) const
    {
        Verdict result = not_graded(catalog_.exercise(id), outcome, "message");
        result.checks[0].status = first;
        return result;
    }

    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    TemporaryFolder folder_;
};

TEST_F(AClass, IsTheFoldersByNameAndNothingElse)
{
    for (const char* name : {"zoé", "alice", ".git", "Bob"}) {
        make_folder(at(name));
    }
    write_file(at("liste.csv"), "");
    fs::create_directory_symlink(at("alice"), at("copie"));
    EXPECT_THAT(students(), ElementsAre("Bob", "alice", "zoé"));
}

TEST_F(AClass, WithoutSubmissionsIsAnError)
{
    EXPECT_THROW((void)find_submissions(folder_.path()), Error);
    EXPECT_THROW((void)find_submissions(at("absent")), Error);
}

TEST_F(AClass, IsGradedOnWhatSomebodyAnswers)
{
    make_folder(at("alice"));
    EXPECT_THROW((void)answered(), Error);
    hand_in("bob", "01b-doubler", "");
    EXPECT_THAT(answered(), ElementsAre("01b-doubler"));
    hand_in("alice", "01a", "");  // by its short id
    EXPECT_THAT(answered(), ElementsAre("01a-noter", "01b-doubler"));
}

TEST_F(AClass, HasTheSameVerdictsForAnyNumberOfWorkers)
{
    hand_in("alice", "01a-noter", solution("01a"));
    hand_in("bob", "01a", "int compter(");
    make_folder(at("chloé"));
    Grading grading;
    grading.toolchain = prepare_toolchain();
    std::vector<std::string> results;
    for (const unsigned workers : {1U, 3U}) {
        std::vector<Submission> submissions = find_submissions(folder_.path());
        std::size_t done = 0;
        grade_submissions(submissions, answered_exercises(catalog_, submissions), grading, workers,
                          [&](std::size_t n) { done = n; });
        EXPECT_EQ(done, 3U);
        results.push_back(results_json(submissions, grading));
    }
    EXPECT_EQ(results[0], results[1]);
    const nlohmann::json told = nlohmann::json::parse(results[0]);
    EXPECT_EQ(told.at("run").at("tier"), name_of(grading.toolchain.tier));
    EXPECT_EQ(told.at("run").at("seed"), default_seed);
    const nlohmann::json& all = told.at("submissions");
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].at("student"), "alice");
    EXPECT_EQ(all[0].at("points"), 5);
    EXPECT_EQ(all[1].at("exercises")[0].at("outcome"), "does_not_compile");
    EXPECT_EQ(all[2].at("student"), "chloé");
    EXPECT_EQ(all[2].at("exercises")[0].at("outcome"), "no_answer");
    EXPECT_EQ(all[2].at("max_points"), 5);
}

TEST_F(AClass, ATableHasALineForEachStudentAndAlignsItsColumns)
{
    std::vector<Submission> submissions(3);
    submissions[0] = {.student = "alice",
                      .folder = {},
                      .verdicts = {verdict("01a", VerdictOutcome::graded, CheckStatus::passed),
                                   verdict("01b", VerdictOutcome::graded, CheckStatus::failed)}};
    submissions[1] = {.student = "中中中",
                      .folder = {},
                      .verdicts = {verdict("01a", VerdictOutcome::does_not_compile, CheckStatus::not_run),
                                   verdict("01b", VerdictOutcome::no_answer, CheckStatus::not_run)}};
    submissions[2] = {.student = "x\x1B[2J\n\xFF",
                      .folder = {},
                      .verdicts = {verdict("01a", VerdictOutcome::graded, CheckStatus::failed),
                                   verdict("01b", VerdictOutcome::graded, CheckStatus::passed)}};
    EXPECT_EQ(submissions[0].points(), 2);
    EXPECT_EQ(submissions[0].max_points(), 10);
    EXPECT_EQ(results_table(submissions, {&catalog_.exercise("01a"), &catalog_.exercise("01b")}),
              "étudiant  01a             01b      total\n"
              "alice     2/5             0/5      2/10\n"
              "中中中    ne compile pas  absente  0/10\n"
              "x␛[2J␊\uFFFD   0/5             3/5      3/10\n");
}

TEST_F(AClass, AStudentsNameMayBeNoText)
{
    std::vector<Submission> submissions(1);
    submissions[0].student = "caf\xE9\x1B[2J";
    const std::string json = results_json(submissions, {});
    EXPECT_TRUE(is_valid_utf8(json));
    EXPECT_THAT(json, Not(HasSubstr("\x1B")));
    EXPECT_EQ(nlohmann::json::parse(json).at("submissions")[0].at("student"), "caf\uFFFD\x1B[2J");
    EXPECT_THAT(results_table(submissions, {}), Not(HasSubstr("\x1B")));
    submissions[0].student = "::error::a";  // an order, for a continuous integration server, where it begins a line
    EXPECT_THAT(results_table(submissions, {}), HasSubstr("\n«\u00A0::error::a\u00A0»"));
}

}  // namespace
}  // namespace atelier
