// SPDX-License-Identifier: MIT
#include "by_hand.hpp"

#include "answer.hpp"
#include "check/fixture.hpp"
#include "digest.hpp"
#include "markdown.hpp"
#include "sandbox.hpp"
#include "shell_words.hpp"
#include "show.hpp"

namespace atelier {

namespace {

/// Copies the ordinary files with ordinary names from a folder to another, the exercise's own left out; their names. So
/// does a run by hand find what earlier ones left, and leave what the student can look at.
std::vector<std::string> copy_files(const fs::path& from, const fs::path& to, const std::string& answer)
{
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.-";
    std::vector<std::string> copied;
    for (const std::string& name : names_in(from)) {
        const bool is_plain = name.find_first_not_of(plain) == std::string::npos && name.front() != '.' &&
                              name.front() != '-' && name != answer && fs::path(name).extension() != ".hpp" &&
                              fs::path(name).extension() != ".cpp";  // kept by a reset
        if (is_plain && fs::is_regular_file(fs::symlink_status(from / name)) &&
            fs::file_size(from / name) < (std::size_t{16} << 20U)) {
            write_file(to / name, read_file(from / name));
            copied.push_back(name);
        }
    }
    return copied;
}

/// What « ./atelier run ID [--sql SQL] -- ARGUMENTS » asks; nothing when these words are another command.
std::optional<HandLine> line_of(const TypedCommand& command, const std::string& id)
{
    const std::vector<std::string>& words = command.words;
    HandLine line{.arguments = {}, .sql = {}, .input = command.input};
    std::size_t i = 3;
    if (words.size() < i + 2 || words[0] != "./atelier" || words[1] != "run" || words[2] != id) {
        return std::nullopt;
    }
    if (words[i] == "--sql" && words.size() > i + 3) {
        line.sql = words[i + 1];
        i += 2;
    }
    if (words[i] != "--") {
        return std::nullopt;
    }
    line.arguments.assign(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
    return line;
}

}  // namespace

std::optional<HandLine> hand_line(const Exercise& exercise, std::string_view command)
{
    const auto typed = typed_command(command);
    return typed ? line_of(*typed, exercise.short_id()) : std::nullopt;
}

std::vector<HandLine> proposed_lines(const Exercise& exercise)
{
    std::vector<HandLine> lines;
    for (const CodeBlock& block : code_blocks(read_file(exercise.folder / "README.md"))) {
        for (const std::string_view text : lines_of(block.text)) {
            if (auto line = hand_line(exercise, text)) {
                lines.push_back(std::move(*line));
            }
        }
    }
    return lines;
}

HandScene::HandScene(const Grading& grading, const Exercise& exercise, const fs::path& answer) : exercise_(exercise)
{
    const Answer read = read_answer(exercise, answer);
    if (!read.problem.empty()) {
        problem_ = read.problem;
        return;
    }
    if (grading.toolchain.tier == Tier::namespaces) {
        check::enter_private_mounts();
    }
    built_.emplace(grading, exercise, read.source);
    if (!built_->build().problem.empty()) {
        problem_ = visible_lines(built_->build().problem);
        return;
    }
    scene_ = std::make_unique<check::Scene>(built_->scene_folder());
}

std::vector<std::string> HandScene::take_files(const fs::path& folder)
{
    std::vector<std::string> names = copy_files(folder, work(), exercise_.answer);
    for (const std::string& name : names) {
        give_to_sandbox(work() / name);
    }
    if (fs::exists(exercise_.folder / "fixture.sql")) {
        std::erase(names, "base.db");
    }
    return names;
}

void HandScene::make_base(const std::string& sql)
{
    if (fs::exists(exercise_.folder / "fixture.sql")) {
        const fs::path base = work() / "base.db";
        fs::remove(base);  // always as in the checks
        check::make_fixture(base, check::fixture_sql(exercise_.folder) + "\n" + sql,
                            digest("base.db", built_->job().seed));
        give_to_sandbox(base);
    }
}

check::Execution HandScene::play(const std::vector<std::string>& arguments, const std::string& input,
                                 check::TraceDetail detail) const
{
    return check::run_program(built_->job(), *scene_, arguments, input, {}, detail);
}

std::vector<std::string> HandScene::keep_files(const fs::path& folder) const
{
    return copy_files(work(), folder, exercise_.answer);
}

}  // namespace atelier
