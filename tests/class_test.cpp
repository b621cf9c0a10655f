// SPDX-License-Identifier: MIT
// A class graded by the command itself: every verdict is as known, and the reports are the same bytes for any number of
// workers, and when the grading was killed again and again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <iterator>
#include <map>

#include "catalog.hpp"
#include "class_results.hpp"
#include "course_machine.hpp"
#include "error.hpp"
#include "gradebook/gradebook.hpp"
#include "reports/formats.hpp"
#include "support.hpp"
#include "synthetic_class.hpp"

namespace atelier {
namespace {

using testing::IsEmpty;

/// Every file of `folder` but the gradebook, by its path.
std::map<std::string, std::string> reports_in(const fs::path& folder)
{
    std::map<std::string, std::string> all;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with(Gradebook::file_name)) {
            all[fs::relative(entry.path(), folder).string()] = read_file(entry.path());
        }
    }
    return all;
}

class AWholeClass : public testing::Test {
protected:
    AWholeClass()
    {
        for (const char* id : {"01a", "02a", "03a"}) {
            exercises_.push_back(&course_.exercise(id));
        }
        machine_.course = test::project;
        share_with_sandbox(machine_.home());
    }

    [[nodiscard]] fs::path out(const std::string& name) const { return machine_.home() / name; }
    [[nodiscard]] std::vector<std::string> arguments(const std::string& name) const
    {
        return {"grade", (machine_.home() / "copies").string(), "--out", out(name).string(), "--seed", "7"};
    }
    /// Grades into the folder of that name, to the end.
    void grade(const std::string& name, const std::vector<std::string>& more = {}) const
    {
        std::vector<std::string> all = arguments(name);
        all.insert(all.end(), more.begin(), more.end());
        const test::Ran ran = machine_(all);
        EXPECT_EQ(ran.status, 1) << ran.err;
    }
    /// The same, killed when the gradebook holds one verdict more than it did; false when it ended before.
    [[nodiscard]] bool grade_and_kill(const std::string& name) const
    {
        const std::size_t before = verdicts_in(name);
        std::vector<std::string> all = arguments(name);
        all.insert(all.begin(), {test::grader_program.string(), "--course", test::project.string()});
        all.emplace_back("--no-cache");
        const std::vector<std::string> environment = machine_.environment();
        const pid_t grader = ::fork();
        if (grader == 0) {
            std::vector<char*> argv;
            std::vector<char*> envp;
            for (const std::string& word : all) {
                argv.push_back(const_cast<char*>(word.c_str()));
            }
            for (const std::string& word : environment) {
                envp.push_back(const_cast<char*>(word.c_str()));
            }
            argv.push_back(nullptr);
            envp.push_back(nullptr);
            ::freopen("/dev/null", "w", stdout);
            ::freopen("/dev/null", "w", stderr);
            ::execve(argv[0], argv.data(), envp.data());
            ::_exit(127);
        }
        int status = 0;
        bool ended = false;
        EXPECT_TRUE(test::eventually(
            [&] {
                ended = ended || ::waitpid(grader, &status, WNOHANG) == grader;
                return ended || verdicts_in(name) > before;
            },
            std::chrono::seconds(60)));
        if (!ended) {
            ::kill(grader, SIGKILL);
            ::waitpid(grader, &status, 0);
        }
        return !ended;
    }
    [[nodiscard]] std::size_t verdicts_in(const std::string& name) const
    {
        std::size_t count = 0;
        try {
            Gradebook::to_read(out(name)).results().for_each_student([&](const StudentResult& student) {
                for (const Verdict& verdict : student.verdicts) {
                    count += verdict.outcome == VerdictOutcome::graded ? 1U : 0U;
                }
            });
        } catch (const Error&) {  // there is none yet, or it has no tables yet
        }
        return count;
    }

    Catalog course_ = load_catalog(test::project);
    std::vector<const Exercise*> exercises_;
    test::Machine machine_;
};

TEST_F(AWholeClass, IsGradedAsKnownAndTheSameForAnyNumberOfWorkersOrKills)
{
    const SyntheticClass all(course_, machine_.home() / "copies", 12, exercises_);
    grade("one", {"--workers", "1"});
    EXPECT_THAT(all.surprises(test::json::parse(read_file(out("one") / "results.json"))), IsEmpty());
    grade("two", {"--workers", "2"});
    EXPECT_EQ(reports_in(out("one")), reports_in(out("two")));

    int kills = 0;
    while (kills < 10 && grade_and_kill("killed")) {
        ++kills;
    }
    EXPECT_EQ(kills, 10);
    grade("killed");
    EXPECT_EQ(reports_in(out("one")), reports_in(out("killed")));
}

TEST_F(AWholeClass, GradedInFourPartsGivesTheSameReportsOfEveryFormatWhenTheyAreMerged)
{
    const SyntheticClass all(course_, machine_.home() / "copies", 10, exercises_);
    std::vector<std::string> formats;
    for (const ReportFormat& format : report_formats()) {
        formats.insert(formats.end(), {"--format", format.name});
    }
    grade("whole", formats);
    for (const std::string& part : {"3", "1", "4", "2"}) {
        std::vector<std::string> words = arguments("part" + part);
        words.insert(words.end(), {"--shard", part + "/4"});
        EXPECT_LE(machine_(words).status, 1);
    }
    std::vector<std::string> parts{"2", "4", "1", "3"};
    for (const std::string& into : {"merged", "merged-otherwise"}) {
        std::vector<std::string> words{"merge"};
        std::transform(parts.begin(), parts.end(), std::back_inserter(words),
                       [&](const std::string& part) { return out("part" + part).string(); });
        words.insert(words.end(), {"--out", out(into).string()});
        words.insert(words.end(), formats.begin(), formats.end());
        const test::Ran ran = machine_(words);
        EXPECT_EQ(ran.status, 1) << ran.err;
        EXPECT_EQ(reports_in(out("whole")), reports_in(out(into)));
        std::sort(parts.begin(), parts.end());
    }
    const test::Ran missing = machine_({"merge", out("part1").string(), "--out", out("refused").string()});
    EXPECT_EQ(missing.status, 2);
    EXPECT_THAT(missing.err, testing::HasSubstr("2/4, 3/4, 4/4"));
    const test::Ran without_seed =
        machine_({"grade", (machine_.home() / "copies").string(), "--out", out("new").string(), "--shard", "1/4"});
    EXPECT_EQ(without_seed.status, 2);
    EXPECT_THAT(without_seed.err, testing::HasSubstr("--seed"));
}

TEST_F(AWholeClass, ThatCannotBeGradedIsReportedAsSuch)
{
    const test::Ran ran = machine_(arguments("none"));  // there are no submissions
    EXPECT_EQ(ran.status, 2);
    const test::json told = test::json::parse(read_file(out("none") / "results.json"));
    EXPECT_THAT(told.at("failure").get<std::string>(), testing::HasSubstr("copies"));
    EXPECT_THAT(told.at("submissions"), IsEmpty());
}

TEST_F(AWholeClass, ReportsStayWhenNothingWasGradedAnew)
{
    const SyntheticClass all(course_, machine_.home() / "copies", 1, exercises_);
    grade("one");
    const auto before = reports_in(out("one"));
    fs::rename(machine_.home() / "copies", machine_.home() / "elsewhere");
    EXPECT_EQ(machine_(arguments("one")).status, 2);
    EXPECT_EQ(reports_in(out("one")), before);
}

}  // namespace
}  // namespace atelier
