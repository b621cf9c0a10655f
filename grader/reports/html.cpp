// SPDX-License-Identifier: MIT
#include "reports/html.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstdio>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
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

/// Puts `made` where `folder` is, at once, and removes what was there.
void take_the_place_of(const fs::path& made, const fs::path& folder)
{
    if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, folder.c_str(), RENAME_EXCHANGE) == 0) {
        remove_tree(made);
        return;
    }
    // Nothing was there, or the file system cannot exchange: then, between two lines, there is no report.
    remove_tree(folder);
    if (::rename(made.c_str(), folder.c_str()) != 0) {
        throw system_error(tr("Impossible d'écrire {}", folder.string()));
    }
}

/// A folder beside the one to be made, gone unless it takes its place.
class Draft {
public:
    explicit Draft(const fs::path& folder) : path_(folder)
    {
        path_ += ".nouveau";
        remove_tree(path_);
        make_folder(path_ / "etudiants");
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft() { remove_tree(path_); }
    [[nodiscard]] const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

}  // namespace

void write_html_report(const ClassResults& results, const fs::path& folder)
{
    require_replaceable(folder);
    const Draft draft(folder);
    ClassTally tally(results.exercises);
    PageNames names;
    results.for_each_student([&](const StudentResult& student) {
        std::string name = names.next(student.student, student.key);
        write_file(draft.path() / "etudiants" / (name + ".html"),
                   student_page(student, results.exercises, results.run).text);
        tally.add(student, std::move(name));
    });
    write_pieces_durably(draft.path() / "index.html",
                         [&](const Sink& sink) { write_class_page(results, tally, sink); });
    take_the_place_of(draft.path(), folder);
}

}  // namespace atelier
