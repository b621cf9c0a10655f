// SPDX-License-Identifier: MIT
// The command that runs a student's program by hand, as the checks do but for one run, with its files kept.

#include "by_hand.hpp"
#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "message.hpp"
#include "show.hpp"
#include "work.hpp"

namespace atelier {

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
        scene.take_files(mine);
    }
    scene.make_base(options.sql);
    const check::Execution execution = scene.play(options.arguments, standard_input(), check::TraceDetail::plain);
    print(visible_lines(execution.out()));
    if (!execution.explanation().empty()) {
        print(execution.explanation() + "\n");
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
