// SPDX-License-Identifier: MIT
// The tutorial's last program, over SQLAlchemy and over the mini-ORM of lessons 11 to 13, leaves the same keys and rows, and
// each goes on with the other's database. What differs is what lesson 13 says: tests/parity/ holds both programs.
#include <gmock/gmock.h>
#include <unistd.h>

#include "check/database.hpp"
#include "check/matchers.hpp"
#include "files.hpp"
#include "process.hpp"

namespace atelier {
namespace {

using check::AreRows;
using check::AreRowsInOrder;
using check::Database;
using check::SameRowsAs;

constexpr const char* python = "/usr/bin/python3";
constexpr const char* content = "SELECT id, typeof(id), nom, typeof(nom), age, typeof(age) FROM utilisateurs";
constexpr const char* columns =
    "SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info('utilisateurs') ORDER BY cid";

class ParityOfOrms : public testing::Test {
protected:
    void SetUp() override
    {
        if (::access(python, X_OK) != 0 || !run_here({python, "-c", "import sqlalchemy"}).succeeded()) {
            GTEST_SKIP()
                << "SQLAlchemy is missing: apt-get install python3-sqlalchemy, and its program is compared too.";
        }
    }

    /// Adds someone with SQLAlchemy's program; what it prints: everybody.
    std::string in_python(const Database& base, const std::string& name, const std::string& age = {})
    {
        return printed({python, ATELIER_SOURCE_FOLDER "/tests/parity/tutoriel_orm.py"}, base, name, age);
    }
    std::string in_cpp(const Database& base, const std::string& name, const std::string& age = {})
    {
        return printed({ATELIER_BUILD_FOLDER "/bin/parity_orm_program"}, base, name, age);
    }

    [[nodiscard]] Database base(const std::string& name) const { return {folder_.path(), name}; }

private:
    Outcome run_here(std::vector<std::string> arguments)
    {
        Command command;
        command.arguments = std::move(arguments);
        command.folder = folder_.path();
        command.environment = {"PATH=/usr/bin", "LC_ALL=C.UTF-8", "PYTHONDONTWRITEBYTECODE=1"};
        command.limits.wall_time = std::chrono::minutes(1);
        command.limits.cpu_time = std::chrono::seconds(20);
        command.limits.memory_bytes = ~std::size_t{0};  // the preset dev has the address sanitizer
        return run(command);
    }

    std::string printed(std::vector<std::string> arguments, const Database& base, const std::string& name,
                        const std::string& age)
    {
        arguments.insert(arguments.end(), {base.name(), name});
        if (!age.empty()) {
            arguments.push_back(age);
        }
        const Outcome outcome = run_here(arguments);
        EXPECT_TRUE(outcome.succeeded()) << arguments[0] << ": " << outcome.err;
        return outcome.out;
    }

    TemporaryFolder folder_;
};

TEST_F(ParityOfOrms, LeaveTheSameRowsAndPrintThem)
{
    for (const auto& [name, age] :
         {std::pair{"Bob", "40"}, {"L'Haÿ", ""}, {"Bob", "40"}, {"x'); DROP TABLE utilisateurs;--", "0"}, {"", "-1"}}) {
        EXPECT_EQ(in_cpp(base("cpp.db"), name, age), in_python(base("python.db"), name, age));
    }
    EXPECT_EQ(base("python.db").rows(content).rows.size(), 5U);
    EXPECT_THAT(base("cpp.db").rows(content), SameRowsAs(base("python.db").rows(content)));
    EXPECT_THAT(base("cpp.db").tables(), SameRowsAs(base("python.db").tables()));
}

TEST_F(ParityOfOrms, EachGoesOnWithTheOthersDatabase)
{
    (void)in_python(base("a.db"), "Bob", "40");
    (void)in_cpp(base("b.db"), "Bob", "40");
    EXPECT_EQ(in_cpp(base("a.db"), "Zoé", "7"), "1 Bob 40\n2 Zoé 7\n");
    EXPECT_EQ(in_python(base("b.db"), "Zoé"), "1 Bob 40\n2 Zoé None\n");
    EXPECT_EQ(in_cpp(base("b.db"), "Ada"), "1 Bob 40\n2 Zoé None\n3 Ada None\n");
}

/// String(50) is a name that SQLite does not enforce, a Sequence is nothing there, and a std::string is never NULL.
TEST_F(ParityOfOrms, DifferInWhatTheLessonSays)
{
    (void)in_python(base("python.db"), std::string(80, 'a'), "40");
    (void)in_cpp(base("cpp.db"), std::string(80, 'a'), "40");
    EXPECT_THAT(base("python.db").rows(columns), AreRowsInOrder({{"id", "INTEGER", 1, nullptr, 1},
                                                                 {"nom", "VARCHAR(50)", 0, nullptr, 0},
                                                                 {"age", "INTEGER", 0, nullptr, 0}}));
    EXPECT_THAT(base("cpp.db").rows(columns), AreRowsInOrder({{"id", "INTEGER", 0, nullptr, 1},
                                                              {"nom", "TEXT", 1, nullptr, 0},
                                                              {"age", "INTEGER", 0, nullptr, 0}}));
    EXPECT_THAT(base("cpp.db").rows(content), SameRowsAs(base("python.db").rows(content)));
    EXPECT_THAT(base("python.db").rows("SELECT count(*) FROM sqlite_master"), AreRows({{1}}));
}

}  // namespace
}  // namespace atelier
