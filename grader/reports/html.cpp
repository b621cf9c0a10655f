// SPDX-License-Identifier: MIT
#include "reports/html.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

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

/// What file managers leave in the folders that they show.
bool is_leftover(const std::string& name)
{
    return name.front() == '.' || name == "Thumbs.db" || name == "desktop.ini";
}

/// Whether `folder` holds pages of ours and nothing else, as far as names tell.
bool is_report(const fs::path& folder)
{
    const auto is_folder = [](const fs::path& path) { return fs::is_directory(fs::symlink_status(path)); };
    const auto holds_only = [](const fs::path& in, const std::function<bool(const std::string&)>& is_ours) {
        const std::vector<std::string> names = names_in(in);
        return std::all_of(names.begin(), names.end(),
                           [&](const std::string& name) { return is_leftover(name) || is_ours(name); });
    };
    const fs::path students = folder / "etudiants";
    return is_folder(folder) &&
           holds_only(folder, [](const std::string& name) { return name == "index.html" || name == "etudiants"; }) &&
           (!is_folder(students) ||
            holds_only(students, [](const std::string& name) { return name.ends_with(".html"); }));
}

void require_replaceable(const fs::path& folder)
{
    if (fs::exists(fs::symlink_status(folder)) && !is_report(folder)) {
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
