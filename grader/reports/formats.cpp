// SPDX-License-Identifier: MIT
#include "reports/formats.hpp"

#include <algorithm>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "reports/classroom.hpp"
#include "reports/exercism.hpp"
#include "reports/github.hpp"
#include "reports/grades_table.hpp"
#include "reports/gradescope.hpp"
#include "reports/html.hpp"
#include "reports/junit.hpp"
#include "reports/results.hpp"
#include "reports/sarif.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// A format of one file, which `produce` writes piece by piece.
template <void (*produce)(const ClassResults&, const Sink&)>
void one_file(const ClassResults& results, const fs::path& path)
{
    write_pieces_durably(path, [&](const Sink& sink) { produce(results, sink); });
}

}  // namespace

const std::vector<ReportFormat>& report_formats()
{
    static const std::vector<ReportFormat> all{
        {"html", "rapport", translatable("des pages à lire : la classe, et une pour chaque étudiant"),
         write_html_report, true},
        {"json", "results.json", translatable("les verdicts, pour d'autres programmes"), one_file<write_results_json>,
         true},
        {"csv", "notes.csv", translatable("les notes, pour un tableur"), one_file<write_grades_csv>, true},
        {"csv-detail", "detail.csv", translatable("chaque vérification, pour un tableur"), one_file<write_checks_csv>},
        {"junit-gitlab", "junit-gitlab.xml", translatable("les tests, pour GitLab"), one_file<write_junit_gitlab>},
        {"junit-jenkins", "junit-jenkins.xml", translatable("les tests, pour Jenkins"), one_file<write_junit_jenkins>},
        {"gradescope", "gradescope", translatable("un fichier par étudiant, pour Gradescope"), write_gradescope},
        {"exercism", "exercism", translatable("un fichier par réponse, pour Exercism"), write_exercism},
        {"classroom", "classroom", translatable("un fichier par étudiant, pour GitHub Classroom"), write_classroom},
        {"github", "github", translatable("les annotations et le résumé, pour GitHub Actions"), write_github},
        {"sarif", "resultats.sarif", translatable("les erreurs ligne à ligne, pour les forges et les éditeurs"),
         one_file<write_sarif>},
    };
    return all;
}

const ReportFormat& report_format(const std::string& name)
{
    const std::vector<ReportFormat>& all = report_formats();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const ReportFormat& format) { return name == format.name; });
    if (found == all.end()) {
        std::string names;
        for (const ReportFormat& format : all) {
            names += names.empty() ? "" : ", ";
            names += format.name;
        }
        throw UsageError(tr("aucun rapport ne s'appelle « {} » ; choisissez parmi : {}", visible(name), names));
    }
    return *found;
}

}  // namespace atelier
