// SPDX-License-Identifier: MIT
// What this command line tells others of itself, asked of those who read it: bash, zsh, fish, groff, mandoc.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "course_machine.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using test::Machine;
using test::Ran;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Shells : public testing::Test {
protected:
    /// The completion script of `shell`; a program called atelier stands beside it.
    fs::path script(const std::string& shell)
    {
        const Ran ran = machine_({"completions", shell});
        EXPECT_EQ(ran.status, 0) << ran.err;
        EXPECT_THAT(ran.out, HasSubstr("./atelier completions " + shell + " > "));
        write_file(machine_.home() / shell, ran.out);
        if (!fs::exists(program())) {
            fs::create_symlink(test::grader_program, program());
        }
        return machine_.home() / shell;
    }
    [[nodiscard]] fs::path program() const { return machine_.home() / "atelier"; }
    [[nodiscard]] std::string asked(std::vector<std::string> command) const
    {
        const Ran ran = test::run_program(command, machine_.home(), machine_.environment());
        EXPECT_THAT(ran.err, IsEmpty());
        return ran.out;
    }

    Machine machine_;
};

TEST_F(Shells, BashOffersCommandsOptionsAndNames)
{
    const std::string script_path = script("bash").string();
    const auto offered = [&](const std::string& words) {
        return asked({"/bin/bash", "--norc", "-c",
                      "source \"$1\"; COMP_WORDS=(\"$2\" " + words +
                          "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _atelier; echo \"${COMPREPLY[*]}\"",
                      "bash", script_path, program().string()});
    };
    EXPECT_EQ(offered("ch"), "check\n");
    EXPECT_EQ(offered("check 02a"), "02a-creer-table\n");
    EXPECT_EQ(offered("lecon 01"), "01-se-connecter\n");
    EXPECT_EQ(offered("--lang ''"), "fr en\n");
    EXPECT_EQ(offered("--lang = e"), "en\n");
    EXPECT_EQ(offered("--lang fr li"), "list\n");
    EXPECT_EQ(offered("check --se"), "--seed\n");
    EXPECT_EQ(offered("completions ''"), "bash zsh fish\n");
    EXPECT_EQ(offered("run 00 -- x"), "\n");
}

TEST_F(Shells, ZshOffersCommandsOptionsAndNames)
{
    if (!fs::exists("/usr/bin/zsh")) {
        GTEST_SKIP() << "zsh is not there to be asked; install the package zsh.";
    }
    const std::string script_path = script("zsh").string();
    const fs::path folder = test::project / "tests" / "shells";
    const auto offered = [&](const std::string& words) {
        return asked({"/usr/bin/zsh", "-f", (folder / "capture.zsh").string(), script_path,
                      program().string() + " " + words, (folder / "inner.zsh").string()});
    };
    EXPECT_EQ(offered("ch"), "<check>\n");
    EXPECT_EQ(offered("check 02a"), "<02a-creer-table>\n");
    EXPECT_EQ(offered("--lang "), "<fr en>\n");
    EXPECT_EQ(offered("check --se"), "<--seed>\n");
    EXPECT_EQ(offered("completions "), "<bash zsh fish>\n");
}

TEST_F(Shells, FishOffersCommandsOptionsAndNames)
{
    if (!fs::exists("/usr/bin/fish")) {
        GTEST_SKIP() << "fish is not there to be asked; install the package fish.";
    }
    // In the locale C, fish passes on no variable that holds an accent, such as the project's folder.
    machine_.more_environment = {"LC_ALL=C.UTF-8"};
    const std::string script_path = script("fish").string();
    const auto offered = [&](const std::string& words) {
        return asked({"/usr/bin/fish", "--no-config", "-c", "source $argv[1]; complete -C $argv[2]", script_path,
                      program().string() + " " + words});
    };
    EXPECT_THAT(offered("ch"), AllOf(HasSubstr("check\t"), Not(HasSubstr("list"))));
    EXPECT_EQ(offered("check 02a"), "02a-creer-table\tCréer la table utilisateurs\n");
    EXPECT_THAT(offered("--lang "), AllOf(HasSubstr("fr\t"), HasSubstr("en\t")));
    EXPECT_THAT(offered("check --se"), HasSubstr("--seed\t"));
    EXPECT_THAT(offered("--lang fr li"), HasSubstr("list\t"));
}

TEST_F(Shells, ManualIsReadWithoutWarnings)
{
    for (const char* language : {"fr", "en"}) {
        const Ran page = machine_({"--lang", language, "man"});
        ASSERT_EQ(page.status, 0) << page.err;
        const fs::path file = machine_.home() / "atelier.1";
        write_file(file, page.out);
        if (fs::exists("/usr/bin/groff")) {
            EXPECT_THAT(asked({"/usr/bin/groff", "-k", "-man", "-ww", "-Tutf8", file.string()}),
                        HasSubstr("ATELIER(1)"));
        }
        if (fs::exists("/usr/bin/mandoc")) {
            // It asks for a date, which would change the page from day to day.
            EXPECT_THAT(asked({"/usr/bin/mandoc", "-T", "lint", "-W", "error", file.string()}), IsEmpty());
        }
    }
}

}  // namespace
}  // namespace atelier
