// SPDX-License-Identifier: MIT
#include "reports/html.hpp"

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "reports/folder_replacement.hpp"
#include "reports/html_class.hpp"
#include "reports/html_student.hpp"
#include "reports/page_names.hpp"
#include "reports/statistics.hpp"

namespace atelier {

namespace {

/// Whether `folder` may be replaced: it is not there, or holds a report alone.
void require_replaceable(const fs::path& folder)
{
    if (!fs::exists(fs::symlink_status(folder))) {
        return;
    }
    bool is_report = fs::is_directory(fs::symlink_status(folder));
    if (is_report) {
        for (const std::string& name : names_in(folder)) {
            is_report = is_report && (name == "index.html" || name == "etudiants");
        }
    }
    if (!is_report) {
        throw Error(tr(
            "{} contient autre chose qu'un rapport : rien n'y a été touché. Déplacez-le, ou choisissez un autre dossier.",
            folder.string()));
    }
}

}  // namespace

void write_html_report(const ClassResults& results, const fs::path& folder)
{
    require_replaceable(folder);
    const FolderReplacement draft(folder);
    const fs::path students = draft.folder() / "etudiants";
    make_folder(students);
    ClassTally tally(results.exercises);
    PageNames names;
    results.for_each_student([&](const StudentResult& student) {
        std::string name = names.next(student.student, student.key);
        write_file(students / (name + ".html"), student_page(student, results.exercises, results.run).text);
        tally.add(student, std::move(name));
    });
    write_pieces_durably(draft.folder() / "index.html",
                         [&](const Sink& sink) { write_class_page(results, tally, sink); });
    draft.take_place();
}

}  // namespace atelier
