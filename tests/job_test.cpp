// SPDX-License-Identifier: MIT
#include "job.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "error.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Job, ArrivesAsItWasSent)
{
    Job job;
    job.exercise = "/a course/exercises/01a-où";
    job.short_id = "01a";
    job.answer = "reponse.hpp";
    job.program = "/tmp/x/programme";
    job.scratch = "/tmp/x/verifications";
    job.seed = 0xFFFF'FFFF'FFFF'FFFFU;
    job.language = "en";
    job.limits = {.wall_time = 1234ms,
                  .cpu_time = 7s,
                  .memory_bytes = ~std::size_t{0},
                  .file_bytes = 1,
                  .output_bytes = 2,
                  .probe_bytes = 3,
                  .processes = 4};
    job.toolchain.tier = Tier::none;
    job.toolchain.folder = "/var/cache/atelier/none-1";
    job.toolchain.sanitizer_bytes = std::size_t{15'032'417'640} * 1024;
    job.toolchain.program_libraries = {"/usr/lib/a.so", "/usr/lib/b.so"};
    job.toolchain.tools.addr2line = "/usr/bin/addr2line";

    const Job arrived = job_from_json(to_json(job));
    EXPECT_EQ(arrived.exercise, job.exercise);
    EXPECT_EQ(arrived.short_id, job.short_id);
    EXPECT_EQ(arrived.answer, job.answer);
    EXPECT_EQ(arrived.program, job.program);
    EXPECT_EQ(arrived.scratch, job.scratch);
    EXPECT_EQ(arrived.seed, job.seed);
    EXPECT_EQ(arrived.language, job.language);
    EXPECT_EQ(arrived.limits.wall_time, job.limits.wall_time);
    EXPECT_EQ(arrived.limits.cpu_time, job.limits.cpu_time);
    EXPECT_EQ(arrived.limits.memory_bytes, job.limits.memory_bytes);
    EXPECT_EQ(arrived.limits.file_bytes, job.limits.file_bytes);
    EXPECT_EQ(arrived.limits.output_bytes, job.limits.output_bytes);
    EXPECT_EQ(arrived.limits.probe_bytes, job.limits.probe_bytes);
    EXPECT_EQ(arrived.limits.processes, job.limits.processes);
    EXPECT_EQ(arrived.toolchain.tier, job.toolchain.tier);
    EXPECT_EQ(arrived.toolchain.folder, job.toolchain.folder);
    EXPECT_EQ(arrived.toolchain.sanitizer_bytes, job.toolchain.sanitizer_bytes);
    EXPECT_EQ(arrived.toolchain.program_libraries, job.toolchain.program_libraries);
    EXPECT_EQ(arrived.toolchain.tools.addr2line, job.toolchain.tools.addr2line);
    job.toolchain.tier = Tier::namespaces;
    EXPECT_EQ(job_from_json(to_json(job)).toolchain.tier, Tier::namespaces);
}

TEST(Job, AnythingElseIsAnError)
{
    for (const char* text : {"", "{", "{}", "[]", "null", R"({"exercise": 3})"}) {
        EXPECT_THROW((void)job_from_json(text), Error) << text;
    }
}

TEST(Job, OfOtherNumbersIsAnError)
{
    const std::string job = to_json(Job{});
    const std::string seed = "\"seed\":1";
    ASSERT_NE(job.find(seed), std::string::npos);
    for (const char* other : {"-1", "1.5", "1e300", "true"}) {
        std::string text = job;
        text.replace(job.find(seed), seed.size(), std::string("\"seed\":") + other);
        EXPECT_THROW((void)job_from_json(text), Error) << other;
    }
}

TEST(Job, AnErrorQuotesLittleOfWhatItRefuses)
{
    try {
        (void)job_from_json("{\"" + std::string(100'000, 'x'));
        FAIL();
    } catch (const Error& error) {
        EXPECT_LT(std::string(error.what()).size(), 500U);
    }
}

TEST(CheckResult, ArrivesAsItWasSent)
{
    const CheckResult lost{.name = "Un",
                           .passed = false,
                           .message = "Attendu : « é »\nObtenu : NULL",
                           .replay = "./atelier run 01a -- x",
                           .runs = {{.arguments = {"noter", "", "a b"}, .input = "in\n", .sql = "SELECT 1"}, {}}};
    const CheckResult passed{
        .name = "Deux", .passed = true, .message = {}, .replay = {}, .stopped_by_clock = false, .runs = {}};
    const std::vector<CheckResult> arrived = results_from_json_lines(to_json_line(lost) + to_json_line(passed));
    ASSERT_EQ(arrived.size(), 2U);
    EXPECT_EQ(arrived[0].name, "Un");
    EXPECT_FALSE(arrived[0].passed);
    EXPECT_EQ(arrived[0].message, lost.message);
    EXPECT_EQ(arrived[0].replay, lost.replay);
    ASSERT_EQ(arrived[0].runs.size(), 2U);
    EXPECT_THAT(arrived[0].runs[0].arguments, ElementsAre("noter", "", "a b"));
    EXPECT_EQ(arrived[0].runs[0].input, "in\n");
    EXPECT_EQ(arrived[0].runs[0].sql, "SELECT 1");
    EXPECT_TRUE(arrived[1].passed);
    EXPECT_THAT(results_from_json_lines(""), IsEmpty());
}

TEST(CheckResult, ArrivesWithWhatWasFound)
{
    CheckResult lost{.name = "Un", .passed = false, .message = {}, .replay = {}, .runs = {}};
    lost.findings = {{.line = 12, .column = 4, .rule = "segv", .message = "Un accès."}};
    const std::vector<CheckResult> arrived = results_from_json_lines(to_json_line(lost));
    ASSERT_EQ(arrived.at(0).findings.size(), 1U);
    EXPECT_TRUE(arrived[0].findings[0].is_like(lost.findings[0]));
    EXPECT_EQ(arrived[0].findings[0].message, "Un accès.");
}

TEST(CheckResult, IsOneLineWhateverItSays)
{
    const std::string line = to_json_line({.name = "Un",
                                           .passed = false,
                                           .message = "a\nb\r\nc\u2028",
                                           .replay = {},
                                           .stopped_by_clock = false,
                                           .runs = {}});
    EXPECT_EQ(line.find('\n'), line.size() - 1);
}

TEST(CheckResult, MayQuoteBytesThatAreNoText)
{
    const std::vector<CheckResult> arrived =
        results_from_json_lines(to_json_line({.name = "Un",
                                              .passed = false,
                                              .message = "caf\xE9 \xF0\x9F",
                                              .replay = "\xFF",
                                              .runs = {{.arguments = {"\xC3"}, .input = "\xED\xA0\x80", .sql = {}}}}));
    ASSERT_EQ(arrived.size(), 1U);
    EXPECT_TRUE(is_valid_utf8(arrived[0].message));
    EXPECT_EQ(arrived[0].message.substr(0, 3), "caf");
    EXPECT_TRUE(is_valid_utf8(arrived[0].runs[0].arguments[0]));
}

TEST(CheckResult, AnythingElseIsAnError)
{
    for (const char* text :
         {"x\n", "\n", "{}\n", R"({"name":"Un","passed":1,"message":"","replay":"","runs":[]})", R"({"name":"Un"})"}) {
        EXPECT_THROW((void)results_from_json_lines(text), Error) << text;
    }
    for (const char* runs : {"null", "{}", R"({"a":{"arguments":[],"input":"","sql":"","by_hand":true}})"}) {
        EXPECT_THROW((void)results_from_json_lines(
                         fmt::format(R"({{"name":"Un","passed":true,"message":"","replay":"","runs":{}}})", runs)),
                     Error)
            << runs;
    }
    EXPECT_THROW(
        (void)results_from_json_lines(R"({"name":"Un","passed":true,"message":"","replay":"","runs":[],"points":20})"),
        Error);
    const std::string good = to_json_line(
        {.name = "Un", .passed = true, .message = {}, .replay = {}, .stopped_by_clock = false, .runs = {}});
    EXPECT_THROW((void)results_from_json_lines(good + good.substr(0, good.size() / 2)), Error);
}

}  // namespace
}  // namespace atelier
