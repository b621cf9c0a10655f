// SPDX-License-Identifier: MIT
#include "grade.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "catalog.hpp"
#include "error.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// The whole way, on the miniature course. (catalog_test.cpp has many more answers.)
class Grade : public testing::Test {
protected:
    Grade() { grading_.toolchain = prepare_toolchain(); }

    [[nodiscard]] Verdict grade(const char* id, const fs::path& answer) const
    {
        return grade_answer(grading_, catalog_.exercise(id), answer);
    }
    [[nodiscard]] Verdict grade_source(const std::string& source) const
    {
        write_file(folder_.path() / "reponse.cpp", source);
        return grade("01a", folder_.path());
    }
    [[nodiscard]] fs::path solutions(const char* id) const { return catalog_.solutions_of(catalog_.exercise(id)); }

    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    Grading grading_;
    TemporaryFolder folder_;
};

TEST_F(Grade, AReferenceEarnsEverything)
{
    for (const char* id : {"01a", "01b"}) {
        const Verdict verdict = grade(id, solutions(id));
        EXPECT_TRUE(verdict.is_perfect()) << to_json(verdict).dump(2);
        EXPECT_EQ(verdict.tier, grading_.toolchain.tier);
        EXPECT_EQ(verdict.seed, default_seed);
    }
}

TEST_F(Grade, AStarterCompilesAndLosesPoints)
{
    for (const char* id : {"01a", "01b"}) {
        const Verdict verdict = grade(id, catalog_.exercise(id).folder);
        EXPECT_EQ(verdict.outcome, VerdictOutcome::graded) << verdict.message;
        EXPECT_LT(verdict.points(), verdict.max_points());
    }
}

TEST_F(Grade, AWrongAnswerLosesTheCheckThatItNames)
{
    const Verdict verdict = grade("01a", solutions("01a") / "wrong" / "compte-un");
    EXPECT_EQ(verdict.points(), 2);
    EXPECT_EQ(verdict.checks.at(1).info.name, "Compte");
    EXPECT_EQ(verdict.checks.at(1).status, CheckStatus::failed);
    EXPECT_THAT(verdict.checks.at(1).replay, HasSubstr("./atelier run 01a"));
    EXPECT_THAT(verdict.checks.at(1).message, Not(HasSubstr("CANARI")));
}

TEST_F(Grade, ACrashIsFoundOnItsLine)
{
    const Verdict verdict = grade_source(
        "#include \"fourni.hpp\"\nvoid noter(SQLite::Database&, const std::string&)\n{\n    volatile int* rien = nullptr;\n"
        "    *rien = 1;\n}\nint compter(SQLite::Database&) { return 0; }\n");
    ASSERT_FALSE(verdict.findings.empty()) << to_json(verdict).dump(2);
    EXPECT_EQ(verdict.findings[0].line, 5);
    EXPECT_EQ(verdict.findings[0].rule, "null-pointer");
}

TEST_F(Grade, TheSameAnswerGetsTheSameBytes)
{
    const fs::path answer = solutions("01a") / "wrong" / "compte-un";
    EXPECT_EQ(to_json(grade("01a", answer)).dump(), to_json(grade("01a", answer)).dump());
}

TEST_F(Grade, DoesNotJudgeAgainWhatTheCacheKnows)
{
    grading_.cache = std::make_shared<VerdictCache>(folder_.path() / "verdicts");
    const fs::path answer = solutions("01a") / "wrong" / "compte-un";
    const Verdict first = grade("01a", answer);
    grading_.toolchain.tools.compiler = "/nulle/part";  // a second judgement would need it
    EXPECT_EQ(to_json(grade("01a", answer)), to_json(first));
}

TEST_F(Grade, ACompilerThatIsGoneIsNoMistakeOfTheStudents)
{
    grading_.toolchain.tools.compiler = "/nulle/part";
    EXPECT_THROW((void)grade_source("int autre;"), Error);
}

TEST_F(Grade, TheSeedChangesWhatIsAskedNotWhatItIsWorth)
{
    grading_.seed = 7;
    const Verdict verdict = grade("01a", solutions("01a"));
    EXPECT_TRUE(verdict.is_perfect());
    EXPECT_EQ(verdict.seed, 7U);
    EXPECT_THAT(grade("01a", solutions("01a") / "wrong" / "compte-un").checks.at(1).replay, HasSubstr("--seed 7"));
}

TEST_F(Grade, NoAnswerAndNoProgramAreVerdicts)
{
    EXPECT_EQ(grade("01a", folder_.path()).outcome, VerdictOutcome::no_answer);
    const Verdict verdict = grade_source("int compter(");
    EXPECT_EQ(verdict.outcome, VerdictOutcome::does_not_compile);
    EXPECT_THAT(verdict.message, HasSubstr("ligne 1 de reponse.cpp"));
    EXPECT_EQ(verdict.points(), 0);
}

TEST_F(Grade, AnAnswerThatLeavesBeforeTheEndEarnsNothing)
{
    const Verdict verdict = grade_source(
        "#include <unistd.h>\n#include <iostream>\n#include \"fourni.hpp\"\n"
        "static const int left = (std::cout << \"[  PASSED  ] 2 tests.\" << std::endl, _exit(0), 0);\n"
        "void noter(SQLite::Database&, const std::string&) {}\nint compter(SQLite::Database&) { return left; }\n");
    EXPECT_EQ(verdict.outcome, VerdictOutcome::graded) << verdict.message;
    EXPECT_EQ(verdict.points(), 0);
}

TEST_F(Grade, EarlierChecksKeepTheirPointsWhenALaterOneNeverEnds)
{
    const Verdict verdict = grade_source(
        "#include \"fourni.hpp\"\n"
        "void noter(SQLite::Database& base, const std::string& texte)\n{\n    SQLite::Statement requete(base, \"INSERT INTO notes (texte) VALUES (?)\");\n"
        "    requete.bind(1, texte);\n    requete.exec();\n}\n"
        "int compter(SQLite::Database&)\n{\n    for (volatile int i = 0;; i = i + 1) {\n    }\n}\n");
    EXPECT_EQ(verdict.points(), 2) << verdict.message;
    EXPECT_EQ(verdict.checks.at(1).status, CheckStatus::failed);
    EXPECT_THAT(verdict.checks.at(1).message, HasSubstr("boucle"));
}

TEST_F(Grade, LeavesNothingBehind)
{
    const TemporaryFolder temporary;
    share_with_sandbox(temporary.path());
    const test::Variable tmpdir("TMPDIR", temporary.path().string());
    (void)grade("01a", solutions("01a"));
    // What is left is the folder of this process, empty, in that of all our processes.
    const std::vector<std::string> families = names_in(temporary.path());
    ASSERT_EQ(families.size(), 1U);
    for (const std::string& process : names_in(temporary.path() / families.front())) {
        EXPECT_THAT(names_in(temporary.path() / families.front() / process), testing::IsEmpty());
    }
}

TEST_F(Grade, WithoutChecksIsAnErrorOfOurs)
{
    Exercise exercise = catalog_.exercise("01a");
    exercise.folder = folder_.path();
    for (const std::string& name : names_in(catalog_.exercise("01a").folder)) {
        write_file(folder_.path() / name, read_file(catalog_.exercise("01a").folder / name));
    }
    EXPECT_THROW((void)grade_answer(grading_, exercise, solutions("01a")), Error);
}

}  // namespace
}  // namespace atelier
