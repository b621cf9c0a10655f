// SPDX-License-Identifier: MIT
// The commands for an author of exercises: is the course sound, is the machine.

#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "doctor.hpp"
#include "message.hpp"
#include "show.hpp"
#include "verify.hpp"

namespace atelier {

int command_verify(const CommonOptions& common, const VerifyOptions& options)
{
    const Catalog catalog = catalog_of(common);
    const Verification found = verify(catalog, grading_of(common), options, [](std::size_t done, std::size_t total) {
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

int command_doctor(const CommonOptions& common)
{
    const Diagnosis diagnosis = examine();
    print(common.json ? diagnosis.json() : diagnosis.text());
    return diagnosis.problems.empty() ? 0 : 1;
}

}  // namespace atelier
