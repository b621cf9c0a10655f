// SPDX-License-Identifier: MIT
#include "doctor.hpp"

#include <gmock/gmock.h>
#include <sqlite3.h>

#include <nlohmann/json.hpp>

#include "error.hpp"
#include "french.hpp"
#include "support.hpp"
#include "toolchain.hpp"

namespace atelier {
namespace {

using test::Variable;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

Diagnosis healthy()
{
    return {.tier = "namespaces",
            .compiler = "/usr/bin/clang++ (clang 14)",
            .linker = "/usr/bin/mold",
            .sqlite = "3.40.1",
            .sanitizers = "address, undefined, leak",
            .problems = {}};
}

TEST(Diagnosis, IsReadByPeople)
{
    EXPECT_EQ(test::plain(healthy().text()), R"(Bac à sable      : namespaces
Compilateur      : /usr/bin/clang++ (clang 14)
Éditeur de liens : /usr/bin/mold
SQLite           : 3.40.1
Assainisseurs    : address, undefined, leak

Tout est en ordre.
)");
}

TEST(Diagnosis, ShowsEachProblem)
{
    Diagnosis diagnosis = healthy();
    diagnosis.problems = {"mold n'est pas installé.", "Le bac à sable ne fonctionne pas."};
    EXPECT_THAT(diagnosis.text(),
                AllOf(EndsWith("\n\n! mold n'est pas installé.\n\n! Le bac à sable ne fonctionne pas.\n"),
                      Not(HasSubstr("Tout est en ordre"))));
}

TEST(Diagnosis, IsReadByPrograms)
{
    Diagnosis diagnosis = healthy();
    diagnosis.problems = {"mold \xff"};
    const nlohmann::json read = nlohmann::json::parse(diagnosis.json());
    EXPECT_EQ(read.at("tier"), "namespaces");
    EXPECT_EQ(read.at("compiler"), "/usr/bin/clang++ (clang 14)");
    EXPECT_EQ(read.at("linker"), "/usr/bin/mold");
    EXPECT_EQ(read.at("sqlite"), "3.40.1");
    EXPECT_EQ(read.at("sanitizers"), "address, undefined, leak");
    EXPECT_EQ(read.at("problems").size(), 1U);
    EXPECT_EQ(read.size(), 6U);
}

TEST(Doctor, FindsWhatThisMachineGradesWith)
{
    const Diagnosis diagnosis = examine();
    const Toolchain chain = prepare_toolchain();
    EXPECT_EQ(diagnosis.tier, name_of(chain.tier));
    EXPECT_THAT(diagnosis.compiler, StartsWith(chain.tools.compiler.string() + " ("));
    EXPECT_EQ(diagnosis.sqlite, sqlite3_libversion());
    EXPECT_EQ(diagnosis.sanitizers, "address, undefined, leak");
    EXPECT_EQ(diagnosis.tier != "namespaces",
              ::testing::Matches(Contains(HasSubstr("namespaces")))(diagnosis.problems));
}

TEST(Doctor, SaysThatThereIsNoCompiler)
{
    const Variable compiler("ATELIER_COMPILER", "/absent/clang++");
    const Diagnosis diagnosis = examine();
    EXPECT_EQ(diagnosis.compiler, "aucun");
    EXPECT_EQ(diagnosis.sanitizers, "aucun");
    EXPECT_THAT(diagnosis.problems, Contains(HasSubstr("/absent/clang++")));
}

TEST(Doctor, SaysThatTheCompilerDoesNotWork)
{
    const TemporaryFolder unused;  // what fails half-way stays out of the machine's cache
    const Variable cache("ATELIER_CACHE", unused.path().string());
    const Variable compiler("ATELIER_COMPILER", "/usr/bin/false");
    const Diagnosis diagnosis = examine();
    EXPECT_THAT(diagnosis.problems, Not(IsEmpty()));
    EXPECT_EQ(diagnosis.sanitizers, "aucun");
}

TEST(Doctor, SaysWhyItCannotPrepareTheMachine)
{
    // A folder below a file can be made by nobody, not even root.
    const Variable cache("ATELIER_CACHE", "/etc/passwd/atelier");
    const Diagnosis diagnosis = examine();
    EXPECT_THAT(diagnosis.problems, Contains(HasSubstr("/etc/passwd/atelier")));
}

}  // namespace
}  // namespace atelier
