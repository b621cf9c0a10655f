// SPDX-License-Identifier: MIT
#include "check/runner.hpp"

#include <fmt/format.h>

#include "show.hpp"

namespace atelier::check {

namespace {

const std::string work_inside = "/travail";
const std::string program_inside = "/programme";

Box box_for(const Job& job, const std::filesystem::path& folder, bool tools)
{
    Box box = job.toolchain.box(folder, work_inside, tools);
    box.mounts = {{job.program, program_inside + "/programme"}};
    box.proc = !tools;
    return box;
}

/// Asks binutils, in a box: the program's debug information is as hostile as the program.
std::vector<std::string> symbolize(const Job& job, const std::vector<std::string>& offsets)
{
    if (job.toolchain.tools.addr2line.empty()) {
        return {};
    }
    const Box box = box_for(job, job.scratch, true);
    std::vector<std::string> arguments{job.toolchain.tools.addr2line.string(), "-e", box.at(job.program).string()};
    arguments.insert(arguments.end(), offsets.begin(), offsets.end());
    const Outcome outcome = run_in(box, arguments, compile_limits());
    std::vector<std::string> places;
    for (const std::string_view line : lines_of(outcome.out)) {
        places.emplace_back(line.substr(0, line.find(" (discriminator")));
    }
    return places;
}

}  // namespace

std::string replay_command(const Job& job, const RunRecord& run)
{
    if (!run.by_hand) {
        return {};
    }
    std::string command = run.input.empty() ? std::string() : fmt::format("printf %s {} | ", shell_quoted(run.input));
    command += "./atelier run " + job.short_id;
    if (job.seed != default_seed) {
        command += fmt::format(" --seed {}", job.seed);
    }
    if (!run.sql.empty()) {
        command += " --sql " + shell_quoted(run.sql);
    }
    command += " --";
    for (const std::string& argument : run.arguments) {
        command += ' ' + shell_quoted(argument);
    }
    return command;
}

Execution run_program(const Job& job, const Scene& scene, const std::vector<std::string>& arguments,
                      std::string_view input, std::string replay, TraceDetail detail)
{
    Box box = box_for(job, scene.work(), false);
    box.temporary = scene.temporary();
    if (detail == TraceDetail::full) {
        box.variables = {"ATELIER_RECIT=1"};
    }
    Limits limits = job.limits;
    limits.reserved_bytes = job.toolchain.sanitizer_bytes;
    std::vector<std::string> words{box.at(job.program).string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const Outcome outcome = run_in(box, words, limits, input);
    const Observer observer(job.answer,
                            [&](const std::vector<std::string>& offsets) { return symbolize(job, offsets); });
    return observer.observe(outcome, job.limits, std::move(replay));
}

}  // namespace atelier::check
