// SPDX-License-Identifier: MIT
#include "editor.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

#include "files.hpp"
#include "install.hpp"
#include "toolchain.hpp"

namespace atelier {

namespace {

/// The folders of the headers that `exercise` gives: the student's copies come first, but may have been deleted.
std::vector<fs::path> folders_of_given(const Exercise& exercise)
{
    std::vector<fs::path> folders;
    for (const fs::path& header : exercise.given) {
        if (std::find(folders.begin(), folders.end(), header.parent_path()) == folders.end()) {
            folders.push_back(header.parent_path());
        }
    }
    return folders;
}

std::vector<std::string> arguments_for(const Exercise& exercise, const fs::path& compiler)
{
    const fs::path probe = project_folder() / "grader" / "probe";
    std::vector<std::string> arguments{compiler.string()};
    for (const std::string& flag : answer_flags()) {
        arguments.push_back(flag);
    }
    arguments.insert(arguments.end(), {"-include", (probe / "prelude.hpp").string(), "-I" + probe.string()});
    for (const fs::path& folder : folders_of_given(exercise)) {
        arguments.push_back("-I" + folder.string());
    }
    if (exercise.is_header()) {
        if (fs::exists(exercise.folder / "fourni.hpp")) {
            arguments.insert(arguments.end(), {"-include", "fourni.hpp"});
        }
        arguments.emplace_back("-xc++-header");
    }
    arguments.push_back(exercise.answer);
    return arguments;
}

}  // namespace

std::string compile_commands(const Catalog& catalog, const fs::path& work, const fs::path& compiler)
{
    nlohmann::ordered_json all = nlohmann::ordered_json::array();
    for (const Exercise& exercise : catalog.exercises) {
        const fs::path folder = work / exercise.id;
        if (fs::exists(fs::symlink_status(folder / exercise.answer))) {
            all.push_back({{"directory", folder.string()},
                           {"file", (folder / exercise.answer).string()},
                           {"arguments", arguments_for(exercise, compiler)}});
        }
    }
    return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

void tell_editors(const Catalog& catalog, const fs::path& work) noexcept
{
    try {
        const fs::path file = work / "compile_commands.json";
        const std::string wanted = compile_commands(catalog, work, find_tools().compiler);
        if (!fs::is_regular_file(file) || read_file(file) != wanted) {
            write_file(file, wanted);
        }
    } catch (const std::exception&) {  // no compiler, a folder that cannot be written: check says so in its own words
    }
}

}  // namespace atelier
