// SPDX-License-Identifier: MIT
#include "job.hpp"

#include <nlohmann/json.hpp>

#include "error.hpp"
#include "show.hpp"

namespace atelier {

using nlohmann::json;

namespace {

json to_value(const Limits& l)
{
    return {{"wall_ms", l.wall_time.count()}, {"cpu_s", l.cpu_time.count()}, {"memory", l.memory_bytes},
            {"file", l.file_bytes},           {"output", l.output_bytes},    {"probe", l.probe_bytes},
            {"processes", l.processes}};
}

Limits limits_from(const json& j)
{
    return {.wall_time = std::chrono::milliseconds(j.at("wall_ms").get<std::int64_t>()),
            .cpu_time = std::chrono::seconds(j.at("cpu_s").get<std::int64_t>()),
            .memory_bytes = j.at("memory").get<std::size_t>(),
            .file_bytes = j.at("file").get<std::size_t>(),
            .output_bytes = j.at("output").get<std::size_t>(),
            .probe_bytes = j.at("probe").get<std::size_t>(),
            .processes = j.at("processes").get<unsigned>()};
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
                .seed = j.at("seed"),
                .language = j.at("language"),
                .limits = limits_from(j.at("limits")),
                .toolchain = {}};
        job.toolchain.tier = tier_named(j.at("tier").get<std::string>()).value_or(Tier::namespaces);
        job.toolchain.program_libraries = j.at("libraries").get<std::vector<std::filesystem::path>>();
        job.toolchain.folder = j.at("toolchain").get<std::string>();
        job.toolchain.sanitizer_bytes = j.at("sanitizer_bytes");
        job.toolchain.tools.addr2line = j.at("addr2line").get<std::string>();
        return job;
    } catch (const json::exception& error) {
        throw Error(std::string("a checks program reads its job on standard input, as the grader writes it: ") +
                    error.what());
    }
}

std::string to_json_line(const CheckResult& result)
{
    // A message may quote what a student wrote, in bytes that are no text: they are replaced, not refused.
    json runs = json::array();
    for (const RunRecord& r : result.runs) {
        runs.push_back({{"arguments", r.arguments}, {"input", r.input}, {"sql", r.sql}, {"by_hand", r.by_hand}});
    }
    return json{{"name", result.name},
                {"passed", result.passed},
                {"message", result.message},
                {"replay", result.replay},
                {"runs", runs}}
               .dump(-1, ' ', false, json::error_handler_t::replace) +
           '\n';
}

std::vector<CheckResult> results_from_json_lines(const std::string& text)
{
    std::vector<CheckResult> results;
    try {
        for (const std::string_view line : lines_of(text)) {
            const json j = json::parse(line);
            results.push_back({.name = j.at("name"),
                               .passed = j.at("passed"),
                               .message = j.at("message"),
                               .replay = j.at("replay"),
                               .runs = {}});
            for (const json& r : j.at("runs")) {
                results.back().runs.push_back({.arguments = r.at("arguments"),
                                               .input = r.at("input"),
                                               .sql = r.at("sql"),
                                               .by_hand = r.at("by_hand")});
            }
        }
    } catch (const json::exception& error) {
        throw Error(std::string("a checks program wrote what is not a result: ") + error.what());
    }
    return results;
}

}  // namespace atelier
