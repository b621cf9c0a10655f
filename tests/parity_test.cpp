// SPDX-License-Identifier: MIT
// The programs that students know in Python, and what lessons 1 to 4 make of them in C++, leave the same database and print
// the same lines: tests/parity/ holds both.
#include <gmock/gmock.h>
#include <unistd.h>

#include "check/database.hpp"
#include "check/matchers.hpp"
#include "files.hpp"
#include "process.hpp"
#include "show.hpp"

namespace atelier {
namespace {

using check::AreRows;
using check::AreRowsInOrder;
using check::Database;
using check::SameRowsAs;
using testing::UnorderedElementsAreArray;

constexpr const char* python = "/usr/bin/python3";
const fs::path sources = fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "parity";

class Parity : public testing::Test {
protected:
    void SetUp() override
    {
        if (::access(python, X_OK) != 0) {
            GTEST_SKIP() << python << " is missing: apt-get install python3, and the Python programs are compared too.";
        }
    }

    /// Runs one of the two languages' programs in the temporary folder; what it prints.
    std::string run_to_end(std::vector<std::string> arguments)
    {
        Command command;
        command.arguments = std::move(arguments);
        command.folder = folder_.path();
        command.environment = {"PATH=/usr/bin", "LC_ALL=C.UTF-8", "PYTHONDONTWRITEBYTECODE=1"};
        command.limits.wall_time = std::chrono::minutes(1);
        command.limits.cpu_time = std::chrono::seconds(20);
        command.limits.memory_bytes = ~std::size_t{0};  // the preset dev has the address sanitizer
        const Outcome outcome = run(command);
        EXPECT_TRUE(outcome.succeeded()) << command.arguments[0] << ": " << outcome.err;
        return outcome.out;
    }

    void add_in_python(const Database& base, const std::string& name, const std::string& age)
    {
        (void)run_to_end({python, sources / "inscrire.py", base.name(), name, age});
    }
    void add_in_cpp(const Database& base, const std::string& name, const std::string& age)
    {
        (void)run_to_end({ATELIER_BUILD_FOLDER "/bin/parity_program", "inscrire", base.name(), name, age});
    }
    std::string printed_by_python(const Database& base)
    {
        return run_to_end({python, sources / "afficher.py", base.name()});
    }
    std::string printed_by_cpp(const Database& base)
    {
        return run_to_end({ATELIER_BUILD_FOLDER "/bin/parity_program", "afficher", base.name()});
    }

    [[nodiscard]] Database base(const std::string& name) const { return {folder_.path(), name}; }

private:
    TemporaryFolder folder_;
};

/// What people write in a schema differently without meaning anything by it (blanks, IF NOT EXISTS) is not in it.
constexpr const char* shape = "SELECT t.type, t.name, c.cid, c.name, c.type, c.\"notnull\", c.dflt_value, c.pk "
                              "FROM sqlite_schema AS t LEFT JOIN pragma_table_info(t.name) AS c";
constexpr const char* content = "SELECT id, typeof(id), nom, typeof(nom), age, typeof(age) FROM utilisateurs";

void expect_same(const Database& python_base, const Database& cpp_base)
{
    EXPECT_THAT(cpp_base.rows(shape), SameRowsAs(python_base.rows(shape)));
    EXPECT_THAT(cpp_base.rows(content), SameRowsAs(python_base.rows(content)));
}

TEST_F(Parity, OneRunLeavesTheSameDatabase)
{
    add_in_python(base("python.db"), "Alice", "30");
    add_in_cpp(base("cpp.db"), "Alice", "30");
    EXPECT_THAT(base("python.db").rows(content), AreRows({{1, "integer", "Alice", "text", 30, "integer"}}));
    EXPECT_EQ(base("python.db").rows(shape).rows.size(), 3U);
    expect_same(base("python.db"), base("cpp.db"));
}

TEST_F(Parity, EachRunAddsAnotherAlice)
{
    for (int i = 0; i < 3; ++i) {
        add_in_python(base("python.db"), "Alice", "30");
        add_in_cpp(base("cpp.db"), "Alice", "30");
    }
    EXPECT_THAT(base("python.db").rows("SELECT id, nom FROM utilisateurs ORDER BY id"),
                AreRowsInOrder({{1, "Alice"}, {2, "Alice"}, {3, "Alice"}}));
    expect_same(base("python.db"), base("cpp.db"));
}

TEST_F(Parity, EachGoesOnWithTheOthersDatabase)
{
    add_in_python(base("a.db"), "Alice", "30");
    add_in_cpp(base("b.db"), "Alice", "30");
    add_in_cpp(base("a.db"), "Bob", "40");
    add_in_python(base("b.db"), "Bob", "40");
    expect_same(base("a.db"), base("b.db"));
}

TEST_F(Parity, BothPrintTheSameRows)
{
    const Database common = base("commune.db");
    for (const auto& [name, age] : {std::pair{"Alice", "30"}, {"Zoé", "7"}, {"Jean-Noël", "-1"}, {"", "0"}}) {
        add_in_python(common, name, age);
    }
    ASSERT_THAT(common.execute("INSERT INTO utilisateurs VALUES (9000000000, 'Bob', NULL), (50, NULL, 4)"),
                AreRows({}));
    const std::string expected = printed_by_python(common);
    EXPECT_THAT(lines_of(expected), testing::IsSupersetOf({"(1, 'Alice', 30)", "(9000000000, 'Bob', None)"}));
    // The order of the rows is nobody's promise.
    EXPECT_THAT(lines_of(printed_by_cpp(common)), UnorderedElementsAreArray(lines_of(expected)));
}

}  // namespace
}  // namespace atelier
