// SPDX-License-Identifier: MIT
#include "gradebook/gradebook.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <nlohmann/json.hpp>

#include "catalog.hpp"
#include "error.hpp"
#include "files.hpp"
#include "french.hpp"
#include "sha256.hpp"

namespace atelier {
namespace {

using test::plain;
using testing::ElementsAre;
using testing::HasSubstr;

/// A gradebook on the miniature course, and verdicts made on the spot.
class AGradebook : public testing::Test {
protected:
    [[nodiscard]] GradingTerms terms(std::uint64_t seed = 7) const
    {
        return {.run = {.grader = "0.1.0", .compiler = "clang", .tier = Tier::namespaces, .seed = seed},
                .sources = "s",
                .language = "fr"};
    }
    void begin(Gradebook& book, std::uint64_t seed = 7) const { book.begin(terms(seed), {&exercise_}, {"digest"}); }

    /// A verdict on `source` in which the first check has that status.
    [[nodiscard]] Verdict verdict(const std::string& source, CheckStatus first = CheckStatus::passed) const
    {
        Verdict made = not_graded(exercise_, VerdictOutcome::graded, {});
        made.answer_sha256 = sha256(source);
        made.checks[0].status = first;
        return made;
    }
    [[nodiscard]] NewGrade grade(const Gradebook& book, const std::string& who, const std::string& source) const
    {
        return {.person = {.name = who, .key = {}, .handed_in = {}},
                .exercise = exercise_.id,
                .key = book.key(exercise_, source),
                .source = source,
                .reason = {}};
    }
    void give(Gradebook& book, const std::string& who, const std::string& source,
              CheckStatus first = CheckStatus::passed) const
    {
        book.give(grade(book, who, source), verdict(source, first));
    }
    static std::vector<std::string> told(const ClassResults& results)
    {
        std::vector<std::string> lines;
        results.for_each_student([&](const StudentResult& student) {
            lines.push_back(
                fmt::format("{} {} {}", student.student, shown_points(student.hundredths()), student.max_points()));
        });
        return lines;
    }
    [[nodiscard]] Gradebook to_write() const { return Gradebook::to_write(folder_.path()); }
    [[nodiscard]] std::int64_t count(const std::string& table) const
    {
        return SQLite::Database(file_.string()).execAndGet("SELECT count(*) FROM " + table).getInt64();
    }

    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    Exercise exercise_ = catalog_.exercise("01a");
    TemporaryFolder folder_;
    fs::path file_ = folder_.path() / Gradebook::file_name;
};

TEST_F(AGradebook, GivesBackWhatItWasGiven)
{
    Gradebook book = to_write();
    begin(book);
    give(book, "zoé", "int a;");
    give(book, "Bob", "int b;", CheckStatus::failed);
    EXPECT_THAT(told(book.results()), ElementsAre("Bob 0 5", "zoé 2 5"));
    EXPECT_THAT(plain(book.results().failure), HasSubstr("n'est pas allée à son terme"));
    book.end("class");
    EXPECT_EQ(book.results().failure, "");
    EXPECT_EQ(book.class_digest(), "class");
    const GivenGrade last = book.last("zoé", exercise_.id).value();
    EXPECT_EQ(last.source, "int a;");
    EXPECT_EQ(to_json(last.verdict), to_json(verdict("int a;")));
    EXPECT_FALSE(book.last("Bob", "01b-doubler"));
    EXPECT_FALSE(book.last("Eve", exercise_.id));
}

TEST_F(AGradebook, KnowsWhereAnswersStoodAndForgetsItWithTheNames)
{
    Gradebook book = to_write();
    begin(book);
    NewGrade one = grade(book, "zoé", "int a;");
    one.place = "travail/01a/reponse.cpp";
    book.give(one, verdict("int a;"));
    EXPECT_EQ(book.last("zoé", exercise_.id).value().place, "travail/01a/reponse.cpp");
    const auto files = [&](const ClassResults& results) {
        std::vector<std::string> all;
        results.for_each_student([&](const StudentResult& student) { all = student.files; });
        return all;
    };
    EXPECT_THAT(files(book.results()), ElementsAre("travail/01a/reponse.cpp"));
    EXPECT_THAT(files(book.results([](const std::string&) { return std::string("p1"); })), testing::IsEmpty());
}

TEST_F(AGradebook, IsReadWhileItIsWrittenAndAfterwards)
{
    Gradebook book = to_write();
    begin(book);
    give(book, "Bob", "int b;");
    EXPECT_THAT(told(Gradebook::to_read(folder_.path()).results()), ElementsAre("Bob 2 5"));
    EXPECT_THROW((void)to_write(), Error) << "two write at once";
}

TEST_F(AGradebook, KnowsWhatWasGivenWhenTheRunGoesOn)
{
    {
        Gradebook book = to_write();
        begin(book);
        give(book, "Bob", "int b;");
    }
    Gradebook book = to_write();
    begin(book);
    const NewGrade same = grade(book, "Bob", "int b;");
    EXPECT_TRUE(book.has(same.person, same.exercise, same.key));
    EXPECT_FALSE(book.has(same.person, same.exercise, grade(book, "Bob", "int c;").key));
    EXPECT_FALSE(book.has({.name = "Bob", .key = {}, .handed_in = "2026-10-01"}, same.exercise, same.key));
    EXPECT_FALSE(book.has({.name = "Eve", .key = {}, .handed_in = {}}, same.exercise, same.key));
    EXPECT_TRUE(book.give_known(grade(book, "Eve", "int b;")));
    EXPECT_FALSE(book.give_known(grade(book, "Eve", "int c;")));
    EXPECT_THAT(told(book.results()), ElementsAre("Bob 2 5", "Eve 2 5"));
    EXPECT_EQ(count("run"), 1);
    EXPECT_EQ(count("verdict"), 1);
    EXPECT_EQ(count("answer"), 1);
}

TEST_F(AGradebook, BeginsAnewWithOtherTermsAndForgetsNothing)
{
    Gradebook book = to_write();
    begin(book);
    give(book, "Bob", "int b;");
    give(book, "Eve", "int e;");
    begin(book, 8);
    EXPECT_FALSE(book.give_known(grade(book, "Bob", "int b;")));
    give(book, "Bob", "int b;", CheckStatus::failed);
    EXPECT_THAT(told(book.results()), ElementsAre("Bob 0 5"));
    EXPECT_EQ(count("grade"), 3);
    EXPECT_EQ(book.last_terms()->run.seed, 8U);
}

TEST_F(AGradebook, AnswersJudgedTwiceAtOnceAreOneVerdictUnlessTheClockSpoke)
{
    Gradebook book = to_write();
    begin(book);
    Verdict stopped = verdict("int b;", CheckStatus::failed);
    stopped.repeatable = false;
    book.give(grade(book, "Ann", "int b;"), stopped);
    EXPECT_FALSE(book.give_known(grade(book, "Bob", "int b;")));
    give(book, "Bob", "int b;");
    give(book, "Eve", "int b;");
    EXPECT_EQ(count("verdict"), 2);
    EXPECT_THAT(told(book.results()), ElementsAre("Ann 0 5", "Bob 2 5", "Eve 2 5"));
}

TEST_F(AGradebook, GoesByItsRulesAndByWhatPeopleDecide)
{
    Gradebook book = to_write();
    begin(book);
    give(book, "Bob", "int b;");
    give(book, "Bob", "int c;", CheckStatus::failed);
    EXPECT_THAT(told(book.results()), ElementsAre("Bob 0 5"));
    book.set_policy("attempts = \"best\"");
    EXPECT_THAT(told(book.results()), ElementsAre("Bob 2 5"));
    book.adjust(
        {.student = "", .exercise = exercise_.id, .check = exercise_.checks[0].name, .points = 1, .reason = "r"});
    EXPECT_THAT(told(book.results()), ElementsAre("Bob 1 5"));
    book.adjust(
        {.student = "Bob", .exercise = exercise_.id, .check = exercise_.checks[1].name, .points = 3, .reason = "r"});
    EXPECT_THAT(told(book.results()), ElementsAre("Bob 4 5"));
}

TEST_F(AGradebook, OnlyGrows)
{
    {
        Gradebook book = to_write();
        begin(book);
        give(book, "Bob", "int b;");
        book.end("class");
    }
    SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE);
    for (const char* sql : {"UPDATE grade SET handed_in = 'x'", "DELETE FROM grade", "UPDATE verdict SET points = 5",
                            "DELETE FROM verdict", "DELETE FROM event", "UPDATE answer SET source = x'00'"}) {
        EXPECT_THROW(database.exec(sql), SQLite::Exception) << sql;
    }
}

TEST_F(AGradebook, IsUsefulByHand)
{
    Gradebook book = to_write();
    begin(book);
    give(book, "Bob", "int b;", CheckStatus::failed);
    SQLite::Database database(file_.string());
    SQLite::Statement lost(database, "SELECT exercise, name, students FROM lost_check");
    ASSERT_TRUE(lost.executeStep());
    EXPECT_EQ(lost.getColumn(0).getString(), exercise_.id);
    EXPECT_EQ(lost.getColumn(1).getString(), exercise_.checks[0].name);
    EXPECT_EQ(lost.getColumn(2).getInt(), 1);
    SQLite::Statement total(database, "SELECT student, points, max_points FROM total");
    ASSERT_TRUE(total.executeStep());
    EXPECT_EQ(total.getColumn(0).getString(), "Bob");
}

TEST_F(AGradebook, MayTellNobodysName)
{
    Gradebook book = to_write();
    begin(book);
    give(book, "Bob", "int b;");
    give(book, "Eve", "int e;", CheckStatus::failed);
    book.refuse({{.where = "Bob/x", .reason = "trop grand"}});
    const auto pseudonym = [](const std::string& name) { return name == "Bob" ? "Z" : "A"; };
    EXPECT_THAT(told(book.results(pseudonym)), ElementsAre("A 0 5", "Z 2 5"));
    EXPECT_EQ(book.results(pseudonym).refused.at(0).where, "(anonyme)");
}

TEST_F(AGradebook, ForgetsForGood)
{
    {
        Gradebook book = to_write();
        begin(book);
        give(book, "Bob", "int canari_b;");
        give(book, "Ève Canari", "int canari_e;");
        give(book, "Ève Canari", "int canari_b;");
        EXPECT_EQ(book.purge({.students = {"Ève Canari"}, .given_before = {}, .answers = false}).grades, 2U);
        EXPECT_THAT(told(book.results()), ElementsAre("Bob 2 5"));
    }
    std::string bytes = read_file(file_);
    EXPECT_EQ(bytes.find("Canari"), std::string::npos);
    EXPECT_EQ(bytes.find("canari_e"), std::string::npos);
    EXPECT_NE(bytes.find("canari_b"), std::string::npos);
    {
        Gradebook book = to_write();
        EXPECT_EQ(book.purge({.students = {}, .given_before = {}, .answers = true}).answers, 1U);
        EXPECT_THAT(told(book.results()), ElementsAre("Bob 2 5"));
        EXPECT_EQ(book.last("Bob", exercise_.id)->source, std::nullopt);
        EXPECT_EQ(book.purge({.students = {}, .given_before = "2000-01-01", .answers = false}).grades, 0U);
        EXPECT_EQ(book.purge({.students = {}, .given_before = "9999-01-01", .answers = false}).students, 1U);
    }
    bytes = read_file(file_);
    EXPECT_EQ(bytes.find("canari_b"), std::string::npos);
    EXPECT_EQ(bytes.find("Bob"), std::string::npos);
    SQLite::Database database(file_.string(), SQLite::OPEN_READWRITE);
    EXPECT_THROW(database.exec("DELETE FROM event"), SQLite::Exception) << "it does not only grow any more";
}

TEST_F(AGradebook, NoOtherFileIsTakenForOne)
{
    EXPECT_THROW((void)Gradebook::to_read(folder_.path()), Error);
    write_file(file_, "ceci n'est pas une base");
    EXPECT_THROW((void)Gradebook::to_read(folder_.path()), Error);
    EXPECT_THROW((void)to_write(), Error);
    EXPECT_EQ(read_file(file_), "ceci n'est pas une base");
    fs::remove(file_);
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (a)");
    EXPECT_THROW((void)Gradebook::to_read(folder_.path()), Error);
    EXPECT_THROW((void)to_write(), Error);
}

TEST_F(AGradebook, WithAVerdictThatNobodyWroteIsAnError)
{
    {
        Gradebook book = to_write();
        begin(book);
        give(book, "Bob", "int b;");
    }
    SQLite::Database(file_.string(), SQLite::OPEN_READWRITE)
        .exec("DROP TRIGGER verdict_no_UPDATE; UPDATE verdict SET told = '{}'");
    const Gradebook book = Gradebook::to_read(folder_.path());
    EXPECT_THROW((void)told(book.results()), Error);
}

}  // namespace
}  // namespace atelier
