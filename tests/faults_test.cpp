// SPDX-License-Identifier: MIT
// The grader stopped at any moment, as by a Ctrl-C, a closed terminal, a power cut: nothing of it goes on, and what it was
// writing is never read as whole.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "files.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using Clock = std::chrono::steady_clock;

const fs::path source = ATELIER_SOURCE_FOLDER;

class Faults : public testing::TestWithParam<Tier> {
protected:
    void SetUp() override
    {
        if (const std::string why = why_not(GetParam()); !why.empty()) {
            GTEST_SKIP() << why;
        }
        for (const char* name : {"copies/alice/01a-noter", "tmp"}) {
            make_folder(home_.path() / name);
        }
        for (const fs::path& folder : {home_.path(), home_.path() / "tmp"}) {
            share_with_sandbox(folder);
        }
        hand_in("");
    }

    /// Alice's answer is right, and followed by `remark`: another one is an answer that was never judged.
    void hand_in(const std::string& remark) const
    {
        write_file(home_.path() / "copies" / "alice" / "01a-noter" / "reponse.cpp",
                   read_file(source / "tests" / "catalog" / "solutions" / "01a-noter" / "reponse.cpp") + remark);
    }

    /// Begins to grade the class; the process.
    [[nodiscard]] pid_t begin() const
    {
        const std::vector<std::string> words{(fs::path(ATELIER_BUILD_FOLDER) / "bin" / "atelier-grader").string(),
                                             "--course",
                                             (source / "tests" / "catalog").string(),
                                             "--tier",
                                             std::string(name_of(GetParam())),
                                             "grade",
                                             "--no-cache",
                                             (home_.path() / "copies").string(),
                                             "--out",
                                             (home_.path() / "resultats").string()};
        std::vector<char*> arguments;
        for (const std::string& word : words) {
            arguments.push_back(const_cast<char*>(word.c_str()));
        }
        arguments.push_back(nullptr);
        const pid_t grader = ::fork();
        if (grader == 0) {
            ::setenv("ATELIER_RACINE", source.c_str(), 1);
            ::setenv("TMPDIR", (home_.path() / "tmp").c_str(), 1);
            (void)!std::freopen("/dev/null", "w", stdout);
            (void)!std::freopen("/dev/null", "w", stderr);
            ::execv(arguments[0], arguments.data());
            ::_exit(127);
        }
        return grader;
    }

    /// Whether a process is at work for this test: our folder is in its arguments, or among what it sees.
    [[nodiscard]] bool is_at_work() const
    {
        const std::string mark = home_.path().filename().string();
        for (const std::string& name : names_in("/proc")) {
            if (name.find_first_not_of("0123456789") != std::string::npos || name == std::to_string(::getpid())) {
                continue;
            }
            for (const char* file : {"cmdline", "mountinfo"}) {
                try {
                    if (read_file("/proc/" + name + "/" + file).find(mark) != std::string::npos) {
                        return true;
                    }
                } catch (const std::exception&) {  // it has ended since, or is somebody else's
                }
            }
        }
        return false;
    }

    [[nodiscard]] std::string results() const
    {
        const fs::path file = home_.path() / "resultats" / "results.json";
        return fs::exists(file) ? read_file(file) : std::string();
    }

    TemporaryFolder home_;
};

int status_of(pid_t process)
{
    int status = 0;
    ::waitpid(process, &status, 0);
    return status;
}

TEST_P(Faults, StoppedAtAnyMomentItLeavesNothing)
{
    (void)status_of(begin());  // what is prepared once is
    const auto start = Clock::now();
    hand_in("// to be judged\n");
    ASSERT_EQ(status_of(begin()), 0);
    const auto whole = Clock::now() - start;
    hand_in("");
    ASSERT_EQ(status_of(begin()), 0);
    const std::string expected = results();
    ASSERT_NE(expected, "");

    constexpr int times = 50;
    constexpr std::array signals{SIGKILL, SIGINT, SIGTERM};
    for (int i = 0; i < times; ++i) {
        hand_in("// " + std::to_string(i) + "\n");
        const pid_t grader = begin();
        std::this_thread::sleep_for(whole * i / times);  // the moment is what is tried
        ::kill(grader, signals.at(static_cast<std::size_t>(i) % signals.size()));
        (void)status_of(grader);
        ASSERT_TRUE(test::eventually([&] { return !is_at_work(); })) << "after " << i << " / " << times;
        const nlohmann::json told = nlohmann::json::parse(results());  // neither lost nor halved
        ASSERT_EQ(told.at("submissions").at(0).at("points"), 5) << results();
    }
    hand_in("");
    ASSERT_EQ(status_of(begin()), 0);
    ASSERT_EQ(status_of(begin()), 0);  // the last one killed may have been dying still when the first of these began
    EXPECT_EQ(results(), expected);
    EXPECT_THAT(names_in(home_.path() / "tmp"), testing::IsEmpty());
    EXPECT_THAT(names_in(home_.path() / "resultats"),
                testing::ElementsAre("carnet.db", "notes.csv", "rapport", "results.json"));
}

INSTANTIATE_TEST_SUITE_P(Tier, Faults, testing::Values(Tier::namespaces, Tier::landlock),
                         [](const auto& tier) { return std::string(name_of(tier.param)); });

}  // namespace
}  // namespace atelier
