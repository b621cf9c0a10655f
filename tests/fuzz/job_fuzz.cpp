// SPDX-License-Identifier: MIT
// Whatever comes through the pipe between the grader and the checks is a job or results, or an Error that people can read;
// whatever a student's bytes do to a message, it comes through.
#include "job.hpp"

#include "error.hpp"
#include "fuzz.hpp"
#include "show.hpp"

namespace atelier {
namespace {

using fuzz::promise;

bool same(const RunRecord& a, const RunRecord& b)
{
    return a.arguments == b.arguments && a.input == b.input && a.sql == b.sql && a.by_hand == b.by_hand;
}

bool same(const CheckResult& a, const CheckResult& b)
{
    return a.name == b.name && a.passed == b.passed && a.message == b.message && a.replay == b.replay &&
           std::equal(a.runs.begin(), a.runs.end(), b.runs.begin(), b.runs.end(),
                      [](const RunRecord& x, const RunRecord& y) { return same(x, y); });
}

void read_results(const std::string& text)
{
    try {
        const std::vector<CheckResult> results = results_from_json_lines(text);
        promise(results.size() == lines_of(text).size(), "a line is a result");
        std::string again;
        for (const CheckResult& result : results) {
            again += to_json_line(result);
        }
        const std::vector<CheckResult> twice = results_from_json_lines(again);
        promise(std::equal(results.begin(), results.end(), twice.begin(), twice.end(),
                           [](const CheckResult& a, const CheckResult& b) { return same(a, b); }),
                "results arrive as they were sent", again);
    } catch (const Error& error) {
        promise(std::string_view(error.what()).size() < 1'000, "an error is short", error.what());
    }
}

void read_job(const std::string& text)
{
    try {
        const Job job = job_from_json(text);
        promise(to_json(job_from_json(to_json(job))) == to_json(job), "a job arrives as it was sent", text);
    } catch (const Error& error) {
        promise(std::string_view(error.what()).size() < 1'000, "an error is short", error.what());
    }
}

void send(std::string_view input)
{
    const std::vector<std::string_view> parts = fuzz::parts_of(input, 5);
    const CheckResult result{.name = std::string(parts[0]),
                             .passed = !parts[1].empty(),
                             .message = std::string(parts[1]),
                             .replay = std::string(parts[2]),
                             .runs = {{.arguments = fuzz::split(parts[3], ' '),
                                       .input = std::string(parts[4]),
                                       .sql = std::string(parts[1]),
                                       .by_hand = parts[4].empty()}}};
    const std::string line = to_json_line(result);
    promise(is_valid_utf8(line) && line.find('\n') == line.size() - 1, "a result is one line of text", line);
    const std::vector<CheckResult> arrived = results_from_json_lines(line);
    promise(arrived.size() == 1 && arrived[0].passed == result.passed, "a result arrives");
    promise(!is_valid_utf8(input) || same(arrived[0], result), "a result arrives as it was sent", line);
}

void test(std::string_view input)
{
    read_results(std::string(input));
    read_job(std::string(input));
    send(input);
}

}  // namespace
}  // namespace atelier

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    atelier::test(atelier::fuzz::text_of(data, size));
    return 0;
}
