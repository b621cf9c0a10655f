// SPDX-License-Identifier: MIT
// The command that tells what SQLite saw while a student's program ran.

#include "by_hand.hpp"
#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "message.hpp"
#include "progress.hpp"
#include "reports/story.hpp"
#include "show.hpp"
#include "utf8.hpp"
#include "work.hpp"

namespace atelier {

namespace {

std::string typed(const Exercise& exercise, const HandLine& line)
{
    std::string command = line.input.empty() ? std::string() : "printf %s " + shell_quoted(line.input) + " | ";
    command += "./atelier trace " + exercise.short_id();
    if (!line.sql.empty()) {
        command += " --sql " + shell_quoted(line.sql);
    }
    command += " --";
    for (const std::string& argument : line.arguments) {
        command += ' ' + shell_quoted(argument);
    }
    return visible(command);
}

/// Which line is played when none was typed, and what else could be.
std::string choice_told(const Exercise& exercise, const HandLine& chosen, bool was_lost,
                        const std::vector<HandLine>& proposed)
{
    std::string text = (was_lost ? tr("Sans arguments, c'est la première vérification perdue la dernière fois :")
                                 : tr("Sans arguments, c'est le premier essai de l'énoncé :")) +
                       "\n    " + typed(exercise, chosen) + "\n";
    constexpr std::size_t most_others = 5;
    std::string others;
    for (std::size_t i = was_lost ? 0 : 1; i < proposed.size() && i <= most_others; ++i) {
        others += "    " + typed(exercise, proposed[i]) + "\n";
    }
    if (!others.empty()) {
        text += (was_lost ? tr("Les essais de l'énoncé :") : tr("Les autres :")) + "\n" + others;
    }
    return text + "\n";
}

/// The check that the student lost last time, when it can be played by hand.
std::optional<HandLine> lost_line(const Catalog& catalog, const Exercise& exercise)
{
    const Progress progress = read_progress(catalog);
    const auto found = progress.records.find(exercise.id);
    auto line = found == progress.records.end() ? std::nullopt : hand_line(exercise, found->second.replay);
    return line && !line->arguments.empty() ? line : std::nullopt;
}

}  // namespace

int command_trace(const CommonOptions& common, const TraceOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const Exercise& exercise = catalog.exercise(options.run.id);
    const bool own = options.run.answer.empty();
    const fs::path mine = own ? begin_exercise(catalog, exercise) : fs::absolute(options.run.answer);
    HandLine line{.arguments = options.run.arguments, .sql = options.run.sql, .input = {}};
    std::string choice;
    if (line.arguments.empty()) {
        const std::vector<HandLine> proposed = proposed_lines(exercise);
        const auto lost = own && is_remembered(common, catalog) ? lost_line(catalog, exercise) : std::nullopt;
        if (lost || !proposed.empty()) {
            line = lost ? *lost : proposed.front();
            choice = choice_told(exercise, line, lost.has_value(), proposed);
            line.sql += options.run.sql;
        }
    }
    HandScene scene(grading_of(common), exercise, mine);
    if (!scene.problem().empty()) {
        print(common.json ? json_text({{"exercise", exercise.id}, {"problem", scene.problem()}})
                          : scene.problem() + "\n");
        return 1;
    }
    if (own) {
        choice += earlier_files_told(mine, scene.take_files(mine), line.arguments);
    }
    scene.make_base(line.sql);
    const check::Execution execution =
        scene.play(line.arguments, line.input.empty() ? standard_input() : line.input, check::TraceDetail::full);
    const Story story = story_of(execution.trace());
    const bool well = execution.ending() == check::Ending::well;
    if (common.json) {
        nlohmann::ordered_json json{{"exercise", exercise.id},
                                    {"arguments", line.arguments},
                                    {"ended_well", well},
                                    {"explanation", execution.explanation()}};
        json.update(to_json(story, options.times));
        print(json_text(json));
        return well ? 0 : 1;
    }
    print(choice +
          story_for_terminal(told_once(story), {.width = terminal_width(), .plain = options.run.plain, .times = true}));
    if (!well) {
        print("\n" + execution.explanation() + "\n");
    }
    return well ? 0 : 1;
}

}  // namespace atelier
