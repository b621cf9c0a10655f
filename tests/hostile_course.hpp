// SPDX-License-Identifier: MIT
// Where hostile answers are graded: the miniature course, in a sandbox tier that a test names, under a watcher's eyes.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "course_machine.hpp"
#include "files.hpp"
#include "show.hpp"
#include "utf8.hpp"
#include "watcher.hpp"

namespace atelier::test {

inline const fs::path hostile_answers = project / "tests" / "hostile" / "answers";

/// The tiers that separate a program from the machine. Which of them a machine offers, `offers` tells.
inline const std::vector<std::string> separating_tiers{"namespaces", "landlock"};

/// A machine whose grader uses one tier, and that must be left as it was found.
class HostileMachine {
public:
    explicit HostileMachine(std::string tier) : tier_(std::move(tier))
    {
        fs::permissions(home(), fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec);
        make_folder(temporary());
        machine_.folder = home();
        machine_.more_environment = {"TMPDIR=" + temporary().string()};
    }

    /// Where files may be put; shown as $HOME.
    [[nodiscard]] const fs::path& home() const { return machine_.home(); }

    /// Runs the grader there, then looks what was left.
    [[nodiscard]] Ran operator()(std::vector<std::string> arguments) const
    {
        const Watcher watcher;
        Ran ran = run(std::move(arguments));
        watcher.expect_nothing_left(temporary());
        expect_discreet(ran);
        return ran;
    }

    /// Whether the tier works here: a good answer gets its points.
    [[nodiscard]] bool offers() const
    {
        return run({"check", "01a", "--answer", (catalog / "solutions" / "01a-noter").string(), "--json"}).status == 0;
    }

    /// What `check --json` says of an answer, a file or a folder.
    [[nodiscard]] Ran check(const fs::path& answer, const std::string& exercise) const
    {
        return (*this)({"check", exercise, "--answer", answer.string(), "--json", "--seed", "20260101"});
    }

    /// The verdict on an answer to 01a that is given as a text; null, and a failure, when there is none.
    [[nodiscard]] json verdict(const std::string& text) const
    {
        write_file(home() / "reponse.cpp", text);
        const Ran ran = check(home() / "reponse.cpp", "01a");
        EXPECT_NE(ran.status, 2) << ran.err;
        return ran.status == 2 ? json() : json::parse(ran.out);
    }

private:
    [[nodiscard]] fs::path temporary() const { return home() / "tmp"; }

    [[nodiscard]] Ran run(std::vector<std::string> arguments) const
    {
        arguments.insert(arguments.begin(), {"--tier", tier_});
        return machine_(std::move(arguments));
    }

    std::string tier_;
    Machine machine_;
};

/// What a student reads of a verdict: its message, and that of each check.
inline std::string words_of(const json& verdict)
{
    std::string words = verdict.at("message").get<std::string>() + "\n";
    for (const json& check : verdict.at("checks")) {
        words += fmt::format("\n{}: {}\n{}\n", check.at("name").get<std::string>(),
                             check.at("status").get<std::string>(), check.at("message").get<std::string>());
    }
    return words;
}

/// No line of `text` says anything to a terminal or to a continuous integration server, nor turns its letters round.
inline void expect_plain(const std::string& text)
{
    for (const std::string_view line : lines_of(text)) {
        const std::size_t start = std::min(line.find_first_not_of(" \t"), line.size());
        EXPECT_NE(line.substr(start, 2), "::") << line;
        EXPECT_NE(line.substr(start, 2), "##") << line;
        EXPECT_TRUE(is_valid_utf8(line)) << line;
        for (const char c : line) {
            EXPECT_TRUE(static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) << line;
        }
        for (const char* turning : {"\u202A", "\u202B", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u009B"}) {
            EXPECT_THAT(std::string(line), ::testing::Not(::testing::HasSubstr(turning)));
        }
    }
}

/// The tier is named before a test's name already; what comes after is only a mark.
inline std::string no_name(const ::testing::TestParamInfo<std::string>& info) { return "in_" + info.param; }

/// A test of one tier, left out where the machine does not offer it.
class InATier : public ::testing::TestWithParam<std::string> {
protected:
    void SetUp() override
    {
        if (!machine.offers()) {
            GTEST_SKIP() << "this machine does not offer the tier " << GetParam();
        }
    }

    HostileMachine machine{GetParam()};
};

}  // namespace atelier::test
