// SPDX-License-Identifier: MIT
// Parts of a class made one, and the parts that are not merged.
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "catalog.hpp"
#include "error.hpp"
#include "files.hpp"
#include "french.hpp"
#include "gradebook/gradebook.hpp"
#include "reports/results.hpp"
#include "sha256.hpp"

namespace atelier {
namespace {

using test::plain;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

/// Two parts of a class on the miniature course, with verdicts made on the spot.
class PartsOfAClass : public testing::Test {
protected:
    [[nodiscard]] GradingTerms terms(const std::string& shard) const
    {
        return {.run = {.grader = "0.1.0", .compiler = "clang", .tier = Tier::namespaces, .seed = 7},
                .sources = "s",
                .language = "fr",
                .shard = shard};
    }
    [[nodiscard]] fs::path folder(const std::string& name) const
    {
        make_folder(folder_.path() / name);
        return folder_.path() / name;
    }
    [[nodiscard]] Gradebook begun(const std::string& name, const GradingTerms& as) const
    {
        Gradebook book = Gradebook::to_write(folder(name));
        book.begin(as, {&exercise_}, {digest_});
        return book;
    }
    void give(Gradebook& book, const std::string& who, const std::string& source,
              CheckStatus first = CheckStatus::passed, bool repeatable = true, const std::string& reason = {}) const
    {
        Verdict made = not_graded(exercise_, VerdictOutcome::graded, {});
        made.answer_sha256 = sha256(source);
        made.checks[0].status = first;
        made.repeatable = repeatable;
        book.give({.person = {.name = who, .key = {}, .handed_in = {}},
                   .exercise = exercise_.id,
                   .key = book.key(exercise_, source),
                   .source = source,
                   .reason = reason},
                  made);
    }
    /// The part « shard » in the folder « name »: `who` handed in `source`.
    void part(const std::string& name, const GradingTerms& as, const std::string& who,
              const std::string& source = "int a;", CheckStatus first = CheckStatus::passed,
              const std::string& of_class = "class") const
    {
        Gradebook book = begun(name, as);
        give(book, who, source, first);
        if (!of_class.empty()) {
            book.end(of_class);
        }
    }
    void two_parts() const
    {
        part("1", terms("1/2"), "Ann");
        part("2", terms("2/2"), "Bob", "int b;", CheckStatus::failed);
    }
    [[nodiscard]] Gradebook merged(const std::vector<std::string>& names, const std::string& into = "merged") const
    {
        std::vector<fs::path> parts;
        for (const std::string& name : names) {
            parts.push_back(folder(name));
        }
        Gradebook book = Gradebook::to_write(folder(into));
        book.merge(parts);
        return book;
    }
    [[nodiscard]] std::string refusal(const std::vector<std::string>& names) const
    {
        try {
            (void)merged(names, "refused");
            return "no refusal";
        } catch (const Error& error) {
            EXPECT_EQ(count("refused", "run"), 0) << "what is refused leaves nothing";
            EXPECT_EQ(count("refused", "grade"), 0);
            return plain(error.what());
        }
    }
    [[nodiscard]] std::int64_t count(const std::string& name, const std::string& table) const
    {
        return SQLite::Database((folder_.path() / name / Gradebook::file_name).string())
            .execAndGet("SELECT count(*) FROM " + table)
            .getInt64();
    }
    static std::string json(const Gradebook& book)
    {
        std::string text;
        write_results_json(book.results(), [&](std::string_view piece) { text += piece; });
        return text;
    }

    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    Exercise exercise_ = catalog_.exercise("01a");
    std::string digest_ = "digest";
    TemporaryFolder folder_;
};

TEST_F(PartsOfAClass, MergedAreTheWholeClass)
{
    Gradebook whole = begun("whole", terms("1/1"));
    give(whole, "Ann", "int a;");
    give(whole, "Bob", "int b;", CheckStatus::failed);
    give(whole, "Eve", "int a;");
    whole.refuse({{"x.zip", "illisible"}});
    whole.set_policy("attempts = \"best\"");
    whole.adjust(
        {.student = "", .exercise = exercise_.id, .check = exercise_.checks[1].name, .points = 1, .reason = "r"});
    whole.adjust(
        {.student = "Bob", .exercise = exercise_.id, .check = exercise_.checks[0].name, .points = 2, .reason = "r"});
    whole.end("class");
    for (const auto& [shard, name] : {std::pair("2/2", "second"), std::pair("1/2", "first")}) {
        Gradebook book = begun(name, terms(shard));
        if (std::string(name) == "first") {
            give(book, "Ann", "int a;");
            give(book, "Eve", "int a;");
        } else {
            give(book, "Bob", "int z;");
            give(book, "Bob", "int b;", CheckStatus::failed);
            book.adjust({.student = "Bob",
                         .exercise = exercise_.id,
                         .check = exercise_.checks[0].name,
                         .points = 2,
                         .reason = "r"});
        }
        book.adjust(
            {.student = "", .exercise = exercise_.id, .check = exercise_.checks[1].name, .points = 1, .reason = "r"});
        book.refuse({{"x.zip", "illisible"}});
        book.set_policy("attempts = \"best\"");
        book.end("class");
    }
    whole.give_known({.person = {.name = "Bob", .key = {}, .handed_in = {}},
                      .exercise = exercise_.id,
                      .key = whole.key(exercise_, "int b;"),
                      .source = "int b;",
                      .reason = {}});
    const Gradebook one = merged({"second", "first"}, "one");
    const Gradebook other = merged({"first", "second"}, "other");
    EXPECT_EQ(json(one), json(other));
    EXPECT_EQ(one.last_terms()->shard, "1/1");
    EXPECT_EQ(one.class_digest(), "class");
    EXPECT_EQ(count("one", "grade"), 4) << "both attempts of Bob";
    EXPECT_EQ(count("one", "verdict"), 3);
    EXPECT_EQ(count("one", "answer"), 3);
    EXPECT_EQ(count("one", "refusal"), 1);
    EXPECT_EQ(count("one", "adjustment"), 2);
    EXPECT_EQ(count("one", "policy"), 1);
    EXPECT_EQ(one.students(), (std::vector<std::string>{"Ann", "Bob", "Eve"}));
}

TEST_F(PartsOfAClass, LeaveATrailOfWhereTheyComeFrom)
{
    two_parts();
    const Gradebook book = merged({"2", "1"});
    SQLite::Database database((folder_.path() / "merged" / Gradebook::file_name).string());
    SQLite::Statement each(database, "SELECT what, detail FROM event ORDER BY id");
    std::vector<std::string> told;
    while (each.executeStep()) {
        told.push_back(each.getColumn(0).getString() + " " + each.getColumn(1).getString());
    }
    EXPECT_THAT(told, ElementsAre("began ", "merged 1/2 (" + folder("1").string() + ")", "began [1/2] ",
                                  "ended [1/2] class", "merged 2/2 (" + folder("2").string() + ")", "began [2/2] ",
                                  "ended [2/2] class", "ended class"));
}

TEST_F(PartsOfAClass, KeepOneVerdictOfAnswersThatAreAlike)
{
    part("1", terms("1/2"), "Ann", "int a;");
    part("2", terms("2/2"), "Bob", "int a;");
    const Gradebook book = merged({"1", "2"});
    EXPECT_EQ(count("merged", "verdict"), 1);
    EXPECT_EQ(count("merged", "grade"), 2);
}

TEST_F(PartsOfAClass, AreAllNeededOnceEach)
{
    two_parts();
    EXPECT_THAT(refusal({"1"}), HasSubstr("Il manque des parts de la classe : 2/2"));
    EXPECT_THAT(refusal({"1", "2", "1"}), HasSubstr("La part 1/2 est là deux fois"));
    part("3", terms("3/3"), "Eve");
    EXPECT_THAT(refusal({"1", "3"}), HasSubstr("l'une est une part sur 2, l'autre une part sur 3"));
    EXPECT_THAT(refusal({"1", "2", "nothing"}), HasSubstr("ne contient pas de carnet de notes"));
    write_file(folder("other") / Gradebook::file_name, "ceci n'est pas une base");
    EXPECT_NE(refusal({"1", "2", "other"}), "no refusal");
    (void)Gradebook::to_write(folder("empty"));
    EXPECT_THAT(refusal({"1", "2", "empty"}), HasSubstr("est vide"));
    EXPECT_EQ(merged({"2", "1"}).results().students, 2U);
}

TEST_F(PartsOfAClass, AreRefusedUntilTheyHaveEnded)
{
    part("1", terms("1/2"), "Ann");
    part("2", terms("2/2"), "Bob", "int b;", CheckStatus::passed, "");
    EXPECT_THAT(refusal({"1", "2"}), AllOf(HasSubstr("La part 2/2"), HasSubstr("n'est pas allée à son terme")));
}

TEST_F(PartsOfAClass, GradedOtherwiseAreNotMerged)
{
    part("1", terms("1/2"), "Ann");
    int number = 0;
    const auto other = [&](const std::function<void(GradingTerms&)>& change) {
        GradingTerms changed = terms("2/2");
        change(changed);
        const std::string name = "other" + std::to_string(number++);
        part(name, changed, "Bob");
        return refusal({"1", name});
    };
    EXPECT_THAT(other([](GradingTerms& t) { t.run.seed = 8; }), HasSubstr("graines diffèrent"));
    EXPECT_THAT(other([](GradingTerms& t) { t.run.tier = Tier::landlock; }), HasSubstr("namespaces et landlock"));
    EXPECT_THAT(other([](GradingTerms& t) { t.run.compiler = "g++"; }), HasSubstr("« clang » et « g++ »"));
    EXPECT_THAT(other([](GradingTerms& t) { t.run.grader = "0.2.0"; }), HasSubstr("0.1.0 et 0.2.0"));
    EXPECT_THAT(other([](GradingTerms& t) { t.sources = "t"; }), HasSubstr("sources diffèrent"));
    EXPECT_THAT(other([](GradingTerms& t) { t.language = "en"; }), HasSubstr("fr et en"));
    EXPECT_EQ(other([](GradingTerms&) {}), "no refusal");
}

TEST_F(PartsOfAClass, OfOtherClassesOrExercisesAreNotMerged)
{
    part("1", terms("1/2"), "Ann");
    part("elsewhere", terms("2/2"), "Bob", "int b;", CheckStatus::passed, "another class");
    EXPECT_THAT(refusal({"1", "elsewhere"}), HasSubstr("n'ont pas vu la même classe"));
    digest_ = "changed";
    part("changed", terms("2/2"), "Bob");
    EXPECT_THAT(refusal({"1", "changed"}), HasSubstr("l'exercice 01a-noter a changé"));
    Gradebook more = begun("more", terms("2/2"));
    more.begin(terms("2/2"), {&exercise_, &catalog_.exercise("01b")}, {"digest", "b"});
    more.end("class");
    EXPECT_THAT(refusal({"1", "more"}), HasSubstr("l'exercice 01b-doubler n'est que dans la première"));
}

TEST_F(PartsOfAClass, WithTwoVerdictsOnOneSubmissionAreNotMerged)
{
    part("1", terms("1/2"), "Ann", "int a;");
    {
        Gradebook book = begun("2", terms("2/2"));
        give(book, "Bob", "int b;");
        give(book, "Ann", "int a;");
        book.end("class");
    }
    EXPECT_EQ(merged({"1", "2"}, "same").results().students, 2U) << "twice the same verdict is no contradiction";
    EXPECT_EQ(count("same", "grade"), 2);
    {
        Gradebook book = begun("2", terms("2/2"));
        give(book, "Ann", "int c;", CheckStatus::failed);
        book.end("class");
    }
    EXPECT_THAT(refusal({"1", "2"}), HasSubstr("Ann a deux verdicts différents pour 01a-noter"));
}

TEST_F(PartsOfAClass, WithTwoVerdictsOnOneAnswerAreNotMergedUnlessTheClockSpoke)
{
    part("1", terms("1/2"), "Ann", "int a;");
    part("2", terms("2/2"), "Bob", "int a;", CheckStatus::failed);
    EXPECT_THAT(refusal({"1", "2"}),
                AllOf(HasSubstr("La même réponse à 01a-noter a reçu deux verdicts"), HasSubstr("Bob, dans la part 2/2"),
                      HasSubstr("de Ann"), HasSubstr("regrade")));
    {
        Gradebook book = begun("2", terms("2/2"));
        give(book, "Bob", "int a;", CheckStatus::passed, true, "doubt");
        book.end("class");
    }
    EXPECT_EQ(merged({"1", "2"}).results().students, 2U) << "what was judged again is what counts";

    Gradebook stopped = begun("stopped", terms("2/2"));
    give(stopped, "Bob", "int a;", CheckStatus::failed, false);
    stopped.end("class");
    EXPECT_EQ(merged({"1", "stopped"}, "clock").results().students, 2U);
    EXPECT_EQ(count("clock", "verdict"), 2);
}

TEST_F(PartsOfAClass, WithOtherRulesOrDecisionsForEverybodyAreNotMerged)
{
    two_parts();
    Gradebook first = Gradebook::to_write(folder("1"));
    first.set_policy("attempts = \"best\"");
    EXPECT_THAT(refusal({"1", "2"}), HasSubstr("leurs règles"));
    Gradebook second = Gradebook::to_write(folder("2"));
    second.set_policy("attempts = \"best\"");
    const Adjustment decided{
        .student = "", .exercise = exercise_.id, .check = exercise_.checks[0].name, .points = 1, .reason = "r"};
    second.adjust(decided);
    EXPECT_THAT(refusal({"1", "2"}), HasSubstr("tout le monde"));
    first.adjust(decided);
    EXPECT_EQ(merged({"1", "2"}).policy(), "attempts = \"best\"");
}

TEST_F(PartsOfAClass, AreNotMergedIntoAGradebookThatHoldsSomething)
{
    two_parts();
    part("mine", terms("1/1"), "Ann");
    Gradebook mine = Gradebook::to_write(folder("mine"));
    EXPECT_THROW(mine.merge({folder("1"), folder("2")}), Error);
    EXPECT_EQ(mine.results().students, 1U);
}

TEST_F(PartsOfAClass, KeepTheFormOfAnExerciseThatIsInForce)
{
    part("1", terms("1/2"), "Ann");
    digest_ = "older";
    part("2", terms("2/2"), "Bob", "int b;", CheckStatus::failed);
    digest_ = "digest";
    part("2", terms("2/2"), "Bob", "int b;");
    const Gradebook book = merged({"1", "2"});
    EXPECT_EQ(count("merged", "exercise"), 2);
    EXPECT_EQ(count("merged", "grade"), 3);
    std::vector<std::string> told;
    book.results().for_each_student([&](const StudentResult& student) {
        told.push_back(fmt::format("{} {}", student.student, shown_points(student.hundredths())));
    });
    EXPECT_THAT(told, ElementsAre("Ann 2", "Bob 2"));
}

}  // namespace
}  // namespace atelier
