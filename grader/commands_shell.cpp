// SPDX-License-Identifier: MIT
// The commands that tell others how this command line is used: shells, man.

#include <algorithm>

#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "completions.hpp"
#include "console.hpp"
#include "error.hpp"
#include "files.hpp"
#include "manual.hpp"
#include "markdown.hpp"
#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

int command_completions(const CommandUsage& program, const std::string& shell)
{
    if (shell.empty()) {
        print(tr("La touche Tab complète les commandes, les options et les noms d'exercices, une fois tapé\u00A0:\n"));
        for (const std::string& known : shells) {
            print("\n" + known + "\n" + indented(how_to_install_completions(known), "    "));
        }
        return 0;
    }
    if (std::find(shells.begin(), shells.end(), shell) == shells.end()) {
        throw UsageError(tr("l'interpréteur «\u00A0{}\u00A0» n'est pas proposé\u00A0; choisissez bash, zsh ou fish",
                            visible(shell)));
    }
    print(completion_script(program, shell));
    return 0;
}

int command_man(const CommandUsage& program)
{
    print(manual_page(program));
    return 0;
}

int command_names(const CommonOptions& common, const std::string& kind)
{
    const Catalog catalog = catalog_of(common);
    std::string text;
    if (kind == "lessons") {
        for (const Lesson& lesson : catalog.lessons) {
            const std::vector<Heading> titles = headings(read_file(lesson.text));
            text += visible(lesson.id) + "\t" + (titles.empty() ? "" : visible(titles.front().text)) + "\n";
        }
    } else {
        for (const Exercise& exercise : catalog.exercises) {
            text += visible(exercise.id) + "\t" + visible(exercise.title) + "\n";
        }
    }
    print(text);
    return 0;
}

}  // namespace atelier
