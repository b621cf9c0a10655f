// SPDX-License-Identifier: MIT
// The command that stays beside the student's editor.

#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "files.hpp"
#include "message.hpp"
#include "progress.hpp"
#include "watch/watch.hpp"

namespace atelier {

int command_watch(const CommonOptions& common, const WatchOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const Exercise* exercise =
        options.id.empty() ? next_exercise(catalog, read_progress(catalog)) : &catalog.exercise(options.id);
    if (exercise == nullptr) {
        print(tr("Tous les exercices sont réussis. Bravo !\n"));
        print(tr("Pour en reprendre un : ./atelier watch 01a\n"));
        return 0;
    }
    watch::Settings settings{.options = {"--lang", language()}, .commands = options.commands, .plain = options.plain};
    if (!common.course.empty()) {
        settings.options.insert(settings.options.end(), {"--course", fs::absolute(common.course).string()});
    }
    if (common.tier) {
        settings.options.insert(settings.options.end(), {"--tier", std::string(name_of(*common.tier))});
    }
    return watch::watch(catalog, *exercise, settings);
}

}  // namespace atelier
