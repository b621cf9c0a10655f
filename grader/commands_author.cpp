// SPDX-License-Identifier: MIT
// The commands for an author of exercises: is the course sound, is the machine.

#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "doctor.hpp"
#include "error.hpp"
#include "files.hpp"
#include "install.hpp"
#include "message.hpp"
#include "new_exercise.hpp"
#include "show.hpp"
#include "verify.hpp"
#include "work.hpp"

namespace atelier {

namespace {

/// What students receive has no answers of ours: the commands that stand on them say so.
void require_solutions(const fs::path& root, const std::string& command)
{
    if (!fs::is_directory(root / "solutions")) {
        throw Error(tr(
            "Ce cours est arrivé sans son dossier solutions/, comme le reçoivent les étudiants, et «\u00A0{}\u00A0» en a besoin. Lancez-le depuis le projet entier\u00A0; pour vérifier vos réponses\u00A0: ./atelier check",
            command));
    }
}

}  // namespace

int command_verify(const CommonOptions& common, const VerifyOptions& options)
{
    const Catalog catalog = catalog_of(common);
    require_solutions(catalog.root, "verify");
    Grading grading = grading_of(common);
    grading.patient = true;
    const Verification found = verify(catalog, grading, options, [](std::size_t done, std::size_t total) {
        show_progress(tr("Vérification du cours :"), done, total);
    });
    if (common.json) {
        nlohmann::ordered_json problems = nlohmann::ordered_json::array();
        for (const Problem& problem : found.problems) {
            problems.push_back({{"exercise", problem.place}, {"message", problem.message}});
        }
        print(json_text({{"lessons", found.lessons},
                         {"exercises", found.exercises},
                         {"wrong_answers", found.wrong_answers},
                         {"variants", found.variants},
                         {"extracts", found.extracts},
                         {"problems", problems}}));
        return found.problems.empty() ? 0 : 1;
    }
    for (const Problem& problem : found.problems) {
        print(tr("✗ {} : {}\n", problem.place, indented(visible_lines(problem.message), "    ").substr(4)));
    }
    print(tr("Leçons : {}, exercices : {}, mauvaises réponses : {}, variantes : {}, extraits : {}. ", found.lessons,
             found.exercises, found.wrong_answers, found.variants, found.extracts));
    print((found.problems.empty()
               ? tr("Le cours est sain.")
               : tr_plural("{} problème.", "{} problèmes.", static_cast<long>(found.problems.size()))) +
          "\n");
    return found.problems.empty() ? 0 : 1;
}

int command_new(const CommonOptions& common, const std::string& id)
{
    const Catalog catalog = catalog_of(common);
    const bool has_model = fs::is_directory(catalog.root / "exercises" / "00-premier-pas");
    const fs::path model = has_model ? catalog.root : project_folder();
    require_solutions(model, "new");
    make_exercise(catalog, model, id);
    print(tr("Vos fichiers\u00A0: {} et {}\n", as_typed(catalog.root / "exercises" / id),
             as_typed(catalog.root / "solutions" / id)));
    print(tr("Ils viennent de 00-premier-pas, et chacun dit ce qui reste à y écrire («\u00A0{}\u00A0»).\n",
             to_write_mark));
    print(tr("Ce qui manque, à tout moment\u00A0: ./atelier verify {}\n", id.substr(0, 3)));
    print(tr("Comment s'y prendre\u00A0: docs/adding-an-exercise.md\n"));
    return 0;
}

int command_doctor(const CommonOptions& common)
{
    const Diagnosis diagnosis = examine();
    print(common.json ? diagnosis.json() : diagnosis.text());
    return diagnosis.problems.empty() ? 0 : 1;
}

}  // namespace atelier
