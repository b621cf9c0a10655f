// SPDX-License-Identifier: MIT
// The main of every checks program: reads its job on standard input, runs the tests, writes a line for each on
// standard output. Exit status 0 when all tests ran, whatever they found; 2 when we could not work.
// With --gtest_list_tests it needs no job and tells the names of its tests.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <iostream>
#include <iterator>

#include "check/failure_text.hpp"
#include "check/runner.hpp"
#include "check/session.hpp"
#include "error.hpp"
#include "message.hpp"
#include "show.hpp"

namespace atelier::check {

Session& session()
{
    static Session the_session;
    return the_session;
}

namespace {

/// A message may quote what a student's program wrote, megabytes of it: a page is enough for anybody.
std::string bounded(std::string message)
{
    constexpr std::size_t most_bytes = 16'000;
    return message.size() <= most_bytes ? std::move(message) : shortened(message, 200, most_bytes);
}

/// Tells each test's result as soon as it is known.
class Teller : public ::testing::EmptyTestEventListener {
    void OnTestStart(const ::testing::TestInfo&) override
    {
        message_.clear();
        replay_.clear();
    }

    void OnTestPartResult(const ::testing::TestPartResult& result) override
    {
        if (result.failed() && message_.empty()) {
            message_ = bounded(failure_text(result.message()));
            // The run that failed is the last one made when it failed, not the last one of the test.
            const Session& s = session();
            replay_ = s.runs.empty() ? std::string() : replay_command(s.job, s.runs.back());
        }
    }

    void OnTestEnd(const ::testing::TestInfo& test) override
    {
        const bool passed = test.result()->Passed();
        std::cout << to_json_line({.name = test.name(),
                                   .passed = passed,
                                   .message = message_,
                                   .replay = replay_,
                                   .stopped_by_clock = session().stopped_by_clock,
                                   .runs = session().runs,
                                   .findings = passed ? std::vector<Finding>{} : session().findings})
                  << std::flush;
    }

    std::string message_;
    std::string replay_;
};

int run_all(int argc, char** argv)
{
    ::testing::InitGoogleTest(&argc, argv);
    if (::testing::GTEST_FLAG(list_tests)) {
        return RUN_ALL_TESTS();
    }
    // An Error thrown in a test is a fault of ours: it must end this process, not fail the student.
    ::testing::GTEST_FLAG(catch_exceptions) = false;
    session().job = job_from_json(std::string(std::istreambuf_iterator<char>(std::cin), {}));
    use_language(session().job.language);
    if (session().job.toolchain.tier == Tier::namespaces) {
        enter_private_mounts();
    }
    ::testing::TestEventListeners& listeners = ::testing::UnitTest::GetInstance()->listeners();
    delete listeners.Release(listeners.default_result_printer());
    listeners.Append(new Teller);
    const int ignored = RUN_ALL_TESTS();  // what failed has been told, line by line
    (void)ignored;
    return 0;
}

}  // namespace

}  // namespace atelier::check

int main(int argc, char** argv)
{
    ::umask(022);
    try {
        return atelier::check::run_all(argc, argv);
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 2;
    }
}
