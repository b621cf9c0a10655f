// SPDX-License-Identifier: MIT
// The command that runs a student's program by hand, as the checks do but for one run, with its files kept.

#include <algorithm>
#include <map>

#include "by_hand.hpp"
#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "message.hpp"
#include "reports/database.hpp"
#include "show.hpp"
#include "work.hpp"

namespace atelier {

namespace {

constexpr std::size_t most_databases = 6;
constexpr std::size_t most_rows = 20;

/// The databases that stand in a folder, by the name that they are known by: base.db, or files named likewise.
std::map<std::string, DatabaseSnapshot> snapshots(const fs::path& folder)
{
    std::map<std::string, DatabaseSnapshot> all;
    for (const std::string& name : names_in(folder)) {
        const fs::path ending = fs::path(name).extension();
        if (all.size() < most_databases && (ending == ".db" || ending == ".sqlite" || ending == ".sqlite3")) {
            all[name] = read_snapshot(check::Database(folder, name));
        }
    }
    return all;
}

/// Whether the program opened a database of that name, in whatever folder: what did not change is then worth a word.
bool has_opened(const check::Execution& execution, const std::string& name)
{
    const std::vector<std::string>& files = execution.trace().opened;
    return std::any_of(files.begin(), files.end(),
                       [&](const std::string& file) { return file.substr(file.rfind('/') + 1) == name; });
}

/// The values that the program returned, and the exceptions that it noted.
std::string returned_told(const check::Execution& execution)
{
    std::string text;
    std::size_t rows = 0;
    for (const std::string& name : execution.returned_names()) {
        for (const check::Row& row : execution.returned(name).rows) {
            std::string values;
            for (const check::Value& value : row) {
                values += (values.empty() ? "" : ", ") + excerpt(value.show(), 60);
            }
            text += ++rows <= most_rows ? "  " + tr("{} : {}", excerpt(name, 60), values) + "\n" : "";
        }
    }
    if (rows > most_rows) {
        text += "  " +
                tr_plural("({} autre ligne n'est pas montrée)", "({} autres lignes ne sont pas montrées)",
                          static_cast<long>(rows - most_rows)) +
                "\n";
    }
    return text.empty() ? text : "\n" + tr("Valeurs rendues :") + "\n" + text;
}

void tell_database(const std::string& name, const DatabaseSnapshot& before, const DatabaseSnapshot& after,
                   const DatabaseLook& look)
{
    const std::string told = database_for_terminal(name, before, after, look);
    print(told.empty() ? told : "\n" + told);
}

}  // namespace

int command_run(const CommonOptions& common, const RunOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const Exercise& exercise = catalog.exercise(options.id);
    const bool own = options.answer.empty();
    const fs::path mine = own ? begin_exercise(catalog, exercise) : fs::absolute(options.answer);
    HandScene scene(grading_of(common), exercise, mine);
    if (!scene.problem().empty()) {
        print(scene.problem() + "\n");
        return 1;
    }
    if (own) {
        print(earlier_files_told(mine, scene.take_files(mine), options.arguments));
    }
    scene.make_base(options.sql);
    std::map<std::string, DatabaseSnapshot> before = snapshots(scene.work());
    const check::Execution execution = scene.play(options.arguments, standard_input(), check::TraceDetail::plain);
    print(visible_lines(execution.out()));
    if (!execution.explanation().empty()) {
        print(execution.explanation() + "\n");
    }
    print(returned_told(execution));
    for (auto& [name, after] : snapshots(scene.work())) {
        tell_database(
            name, before[name], after,
            {.width = terminal_width(), .plain = options.plain, .tells_unchanged = has_opened(execution, name)});
        before.erase(name);
    }
    for (const auto& [name, gone] : before) {
        tell_database(name, gone, {}, {});
    }
    if (own && !options.arguments.empty()) {
        std::string names;
        for (const std::string& name : scene.keep_files(mine)) {
            names += (names.empty() ? "" : ", ") + name;
        }
        if (!names.empty()) {
            print(tr("(vos fichiers, dans {} : {})", as_typed(mine), names) + "\n");
        }
    }
    return execution.ending() == check::Ending::well ? 0 : 1;
}

}  // namespace atelier
