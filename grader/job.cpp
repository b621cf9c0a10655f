// SPDX-License-Identifier: MIT
#include "job.hpp"

#include <limits>
#include <nlohmann/json.hpp>

#include "error.hpp"
#include "show.hpp"

namespace atelier {

using nlohmann::json;

namespace {

/// The parser quotes what it choked on, all of it.
constexpr std::size_t longest_reason = 300;

void require(bool holds, const char* what)
{
    if (!holds) {
        throw Error(std::string("between the grader and a checks program, this is not ") + what);
    }
}

/// The number as to_json() wrote it: neither rounded nor wrapped.
template <class T>
T whole(const json& j)
{
    require(j.is_number_unsigned() && j.get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<T>::max()},
            "a number");
    return j.get<T>();
}

json to_value(const Limits& l)
{
    return {{"wall_ms", l.wall_time.count()}, {"cpu_s", l.cpu_time.count()}, {"memory", l.memory_bytes},
            {"file", l.file_bytes},           {"output", l.output_bytes},    {"probe", l.probe_bytes},
            {"processes", l.processes}};
}

Limits limits_from(const json& j)
{
    return {.wall_time = std::chrono::milliseconds(whole<std::int64_t>(j.at("wall_ms"))),
            .cpu_time = std::chrono::seconds(whole<std::int64_t>(j.at("cpu_s"))),
            .memory_bytes = whole<std::size_t>(j.at("memory")),
            .file_bytes = whole<std::size_t>(j.at("file")),
            .output_bytes = whole<std::size_t>(j.at("output")),
            .probe_bytes = whole<std::size_t>(j.at("probe")),
            .processes = whole<unsigned>(j.at("processes"))};
}

}  // namespace

std::string to_json(const Job& job)
{
    const Toolchain& t = job.toolchain;
    return json{{"exercise", job.exercise.string()},
                {"short_id", job.short_id},
                {"answer", job.answer},
                {"program", job.program.string()},
                {"scratch", job.scratch.string()},
                {"seed", job.seed},
                {"language", job.language},
                {"limits", to_value(job.limits)},
                {"tier", name_of(t.tier)},
                {"libraries", t.program_libraries},
                {"toolchain", t.folder.string()},
                {"sanitizer_bytes", t.sanitizer_bytes},
                {"addr2line", t.tools.addr2line.string()}}
        .dump();
}

Job job_from_json(const std::string& text)
{
    try {
        const json j = json::parse(text);
        Job job{.exercise = j.at("exercise").get<std::string>(),
                .short_id = j.at("short_id"),
                .answer = j.at("answer"),
                .program = j.at("program").get<std::string>(),
                .scratch = j.at("scratch").get<std::string>(),
                .seed = whole<std::uint64_t>(j.at("seed")),
                .language = j.at("language"),
                .limits = limits_from(j.at("limits")),
                .toolchain = {}};
        job.toolchain.tier = tier_named(j.at("tier").get<std::string>()).value_or(Tier::namespaces);
        job.toolchain.program_libraries = j.at("libraries").get<std::vector<std::filesystem::path>>();
        job.toolchain.folder = j.at("toolchain").get<std::string>();
        job.toolchain.sanitizer_bytes = whole<std::size_t>(j.at("sanitizer_bytes"));
        job.toolchain.tools.addr2line = j.at("addr2line").get<std::string>();
        return job;
    } catch (const json::exception& error) {
        throw Error(std::string("a checks program reads its job on standard input, as the grader writes it: ") +
                    excerpt(error.what(), longest_reason));
    }
}

std::string to_json_line(const CheckResult& result)
{
    // A message may quote what a student wrote, in bytes that are no text: they are replaced, not refused.
    json runs = json::array();
    for (const RunRecord& r : result.runs) {
        runs.push_back({{"arguments", r.arguments}, {"input", r.input}, {"sql", r.sql}, {"by_hand", r.by_hand}});
    }
    json findings = json::array();
    for (const Finding& f : result.findings) {
        findings.push_back({{"line", f.line}, {"column", f.column}, {"rule", f.rule}, {"message", f.message}});
    }
    return json{{"name", result.name},
                {"passed", result.passed},
                {"message", result.message},
                {"replay", result.replay},
                {"stopped_by_clock", result.stopped_by_clock},
                {"runs", runs},
                {"findings", findings}}
               .dump(-1, ' ', false, json::error_handler_t::replace) +
           '\n';
}

std::vector<CheckResult> results_from_json_lines(const std::string& text)
{
    std::vector<CheckResult> results;
    try {
        for (const std::string_view line : lines_of(text)) {
            const json j = json::parse(line);
            require(j.size() == 7 && j.at("runs").is_array() && j.at("findings").is_array(), "a result");
            results.push_back({.name = j.at("name"),
                               .passed = j.at("passed"),
                               .message = j.at("message"),
                               .replay = j.at("replay"),
                               .stopped_by_clock = j.at("stopped_by_clock"),
                               .runs = {},
                               .findings = {}});
            for (const json& r : j.at("runs")) {
                require(r.size() == 4, "a run");
                results.back().runs.push_back({.arguments = r.at("arguments"),
                                               .input = r.at("input"),
                                               .sql = r.at("sql"),
                                               .by_hand = r.at("by_hand")});
            }
            for (const json& f : j.at("findings")) {
                require(f.size() == 4, "a finding");
                results.back().findings.push_back({.line = whole<int>(f.at("line")),
                                                   .column = whole<int>(f.at("column")),
                                                   .rule = f.at("rule"),
                                                   .message = f.at("message")});
            }
        }
    } catch (const json::exception& error) {
        throw Error(std::string("a checks program wrote what is not a result: ") +
                    excerpt(error.what(), longest_reason));
    }
    return results;
}

}  // namespace atelier
