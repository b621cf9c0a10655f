// SPDX-License-Identifier: MIT
#include "program.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <string>
#include <tuple>

#include "catalog.hpp"
#include "error.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using test::Variable;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

const Catalog& catalog()
{
    static const Catalog the_catalog = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    return the_catalog;
}

std::string solution(const std::string& id)
{
    const Exercise& exercise = catalog().exercise(id);
    return read_file(catalog().solutions_of(exercise) / exercise.answer);
}

/// A folder to build in.
class Program : public testing::Test {
protected:
    Program()
    {
        share_with_sandbox(outer_.path());
        make_folder(folder());
    }
    [[nodiscard]] fs::path folder() const { return outer_.path() / "construction"; }
    [[nodiscard]] Build build(const std::string& id, const std::string& source) const
    {
        return build_program(prepare_toolchain(), catalog().exercise(id), source, folder());
    }
    /// Why `source`, an answer to 01a, makes no program.
    [[nodiscard]] std::string problem(const std::string& source) const
    {
        const Build result = build("01a", source);
        EXPECT_EQ(result.executable, fs::path());
        return result.problem;
    }
    TemporaryFolder outer_;
};

const std::string head = "#include \"fourni.hpp\"\n";
const std::string both =
    "void noter(SQLite::Database&, const std::string&) {}\nint compter(SQLite::Database&) { return 0; }\n";

/// Every compiler and every tier that this machine has.
class OnEveryMachine : public Program, public testing::WithParamInterface<std::tuple<std::string, Tier>> {};

TEST_P(OnEveryMachine, AGoodAnswerBecomesAProgramThatRuns)
{
    const auto& [compiler, tier] = GetParam();
    if (::access(compiler.c_str(), X_OK) != 0) {
        GTEST_SKIP() << compiler << " is not installed";
    }
    if (tier == Tier::namespaces && !why_not(Tier::namespaces).empty()) {
        GTEST_SKIP() << why_not(Tier::namespaces);
    }
    const Variable named("ATELIER_COMPILER", compiler);
    const Toolchain chain = prepare_toolchain(&tier);
    EXPECT_EQ(chain.tier, tier);
    for (const char* id : {"01a", "01b"}) {
        const fs::path place = folder() / id;
        make_folder(place);
        const Build made = build_program(chain, catalog().exercise(id), solution(id), place);
        ASSERT_EQ(made.problem, "");
        Box box = chain.box(place, "/travail", false);
        box.proc = true;
        Limits limits;
        limits.reserved_bytes = chain.sanitizer_bytes;
        const Outcome outcome = run_in(box, {box.at(made.executable).string()}, limits);
        EXPECT_EQ(outcome.code, 64) << outcome.err;  // no scenario was named: they are listed
        EXPECT_THAT(outcome.err, HasSubstr(std::string(id) == "01a" ? "noter BASE TEXTE" : "entier N"));
    }
}

INSTANTIATE_TEST_SUITE_P(Program, OnEveryMachine,
                         testing::Combine(testing::Values(std::string("/usr/bin/clang++"), std::string("/usr/bin/g++")),
                                          testing::Values(Tier::namespaces, Tier::none)),
                         [](const auto& info) {
                             return std::string(std::get<0>(info.param)).find("clang") != std::string::npos
                                        ? "Clang_" + std::string(name_of(std::get<1>(info.param)))
                                        : "Gcc_" + std::string(name_of(std::get<1>(info.param)));
                         });

TEST_F(Program, OfABadAnswerIsExplained)
{
    EXPECT_THAT(problem(head + "int compter(SQLite::Database&) { return 0 }\n"), HasSubstr("ligne 2 de reponse.cpp"));
}

TEST_F(Program, OfABadAnswerHasItsPlaceInCharacters)
{
    const Build made = build("01a", head + "const char* été = \"été\"; int x = inconnu;\n" + both);
    ASSERT_EQ(made.findings.size(), 1U) << made.problem;
    EXPECT_EQ(made.findings[0].line, 2);
    EXPECT_EQ(made.findings[0].column, 34);
    EXPECT_EQ(made.findings[0].rule, "nom-inconnu");
    EXPECT_NE(made.findings[0].message.find("inconnu"), std::string::npos);
    EXPECT_TRUE(build("01a", solution("01a")).findings.empty());
}

TEST_F(Program, OfABadTemplateIsExplained)
{
    EXPECT_THAT(build("01b", "#pragma once\ntemplate <class T>\nT doubler(const T& v) { return v + }\n").problem,
                HasSubstr("ligne 3 de reponse.hpp"));
    EXPECT_NE(build("01b", "#pragma once\n").problem, "");
}

TEST_F(Program, MissesNoFunction)
{
    EXPECT_THAT(problem(head + "void noter(SQLite::Database&, const std::string&) {}\n"),
                HasSubstr("compter(SQLite::Database&)"));
    EXPECT_NE(problem(""), "");
}

TEST_F(Program, HasOneMainAndItIsOurs)
{
    EXPECT_THAT(problem(head + both + "int main() { return 0; }\n"), HasSubstr("définit main"));
}

TEST_F(Program, ItsLibrariesCannotBeReplaced)
{
    EXPECT_THAT(problem(head + both + "extern \"C\" int sqlite3_step(sqlite3_stmt*) { return 101; }\n"),
                HasSubstr("sqlite3_step"));
    EXPECT_THAT(problem(head + both + "extern \"C\" int puts(const char*) { return 0; }\n"), HasSubstr("puts"));
    EXPECT_THAT(problem(head + both + "void* operator new(std::size_t) { return nullptr; }\n"),
                HasSubstr("operator new"));
    EXPECT_THAT(
        problem(head + both +
                "extern \"C\" unsigned long evil(const char*) { return 0; }\n__asm__(\".symver evil, strlen@@A\");\n"),
        HasSubstr("strlen"));
}

TEST_F(Program, SeesNeitherChecksNorSolutionsNorTheMachine)
{
    if (!why_not(Tier::namespaces).empty()) {
        GTEST_SKIP() << why_not(Tier::namespaces);
    }
    const Exercise& exercise = catalog().exercise("01a");
    for (const std::string& file : {std::string("checks.cpp"), (exercise.folder / "checks.cpp").string(),
                                    (catalog().solutions_of(exercise) / "reponse.cpp").string(),
                                    std::string("/etc/passwd"), std::string("/proc/self/environ")}) {
        EXPECT_THAT(problem(head + both + "#include \"" + file + "\"\n"),
                    AllOf(HasSubstr(file), Not(HasSubstr("CANARI")), Not(HasSubstr("root:"))))
            << file;
    }
}

TEST_F(Program, BeyondTheLimitsIsRefused)
{
    EXPECT_THAT(problem(head + both + "char huge[1000000000] = {1};\n"),
                AllOf(HasSubstr("limites"), HasSubstr("tableau immense")));
}

TEST_F(Program, OfAnExerciseThatIsBrokenIsAnErrorOfOurs)
{
    const TemporaryFolder broken;
    Exercise exercise = catalog().exercise("01a");
    for (const std::string& name : names_in(exercise.folder)) {
        write_file(broken.path() / name, read_file(exercise.folder / name));
    }
    write_file(broken.path() / "programme.cpp", "int main() { return oups; }\n");
    exercise.folder = broken.path();
    try {
        (void)build_program(prepare_toolchain(), exercise, solution("01a"), folder());
        FAIL() << "no Error";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), AllOf(HasSubstr("programme.cpp"), HasSubstr("oups")));
    }
}

}  // namespace
}  // namespace atelier
