// SPDX-License-Identifier: MIT
#include "commands_common.hpp"

#include <algorithm>
#include <cstdio>

#include "files.hpp"
#include "install.hpp"
#include "message.hpp"
#include "show.hpp"
#include "work.hpp"

namespace atelier {

Catalog catalog_of(const CommonOptions& common)
{
    return load_catalog(common.course.empty() ? project_folder() : fs::path(common.course));
}

Grading grading_of(const CommonOptions& common)
{
    Grading grading{.toolchain = prepare_toolchain(common.tier ? &*common.tier : nullptr), .seed = common.seed};
    // Without a sandbox a program could write verdicts of its own there.
    if (!common.no_cache && grading.toolchain.tier != Tier::none) {
        grading.cache = std::make_shared<VerdictCache>(cache_folder() / "verdicts");
    }
    return grading;
}

std::string json_text(const nlohmann::ordered_json& value)
{
    return value.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + '\n';
}

std::vector<const Exercise*> chosen_exercises(const Catalog& catalog, const std::vector<std::string>& ids)
{
    std::vector<const Exercise*> chosen;
    for (const std::string& id : ids) {
        const std::vector<const Exercise*> found = catalog.exercises_of(id);
        chosen.insert(chosen.end(), found.begin(), found.end());
    }
    for (const Exercise& exercise : catalog.exercises) {
        if (ids.empty() && has_begun(catalog, exercise)) {
            chosen.push_back(&exercise);
        }
    }
    if (chosen.empty() && !catalog.exercises.empty()) {
        chosen.push_back(&catalog.exercises.front());
    }
    return chosen;
}

bool is_remembered(const CommonOptions& common, const Catalog& catalog)
{
    std::error_code code;
    return common.seed == default_seed && fs::equivalent(catalog.root, project_folder(), code);
}

void warn(const std::string& sentence)
{
    if (!sentence.empty()) {
        std::fprintf(stderr, "atelier : %s\n", visible_lines(sentence).c_str());
    }
}

std::string earlier_files_told(const fs::path& folder, const std::vector<std::string>& left,
                               const std::vector<std::string>& arguments)
{
    std::string text;
    for (const std::string& name : left) {
        if (std::find(arguments.begin(), arguments.end(), name) != arguments.end()) {
            text +=
                tr("{} reste d'un lancement précédent\u00A0; pour partir d'un fichier neuf, supprimez-le d'abord.\n",
                   as_typed(folder / name));
        }
    }
    return text;
}

}  // namespace atelier
