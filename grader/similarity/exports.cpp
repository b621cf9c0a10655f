// SPDX-License-Identifier: MIT
#include "similarity/exports.hpp"

#include "csv.hpp"
#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "pack/archive.hpp"
#include "reports/submission_files.hpp"
#include "show.hpp"
#include "similarity/in_class.hpp"
#include "utf8.hpp"
#include "work.hpp"

namespace atelier {

namespace {

/// An empty folder of that name: answers of another day must not be compared with these.
void make_empty_folder(const fs::path& folder)
{
    make_folder(folder);
    if (!names_in(folder).empty()) {
        throw Error(
            tr("{} contient déjà quelque chose\u00A0; nommez un dossier vide ou nouveau.", visible(as_typed(folder))));
    }
}

}  // namespace

std::vector<std::string> export_for_jplag(const std::vector<Submission>& submissions,
                                          const std::vector<const Exercise*>& exercises, const fs::path& folder)
{
    make_empty_folder(folder);
    std::vector<std::string> commands;
    for (const Exercise* exercise : exercises) {
        const fs::path place = folder / exercise->id;
        FileNames names;
        for (const Submission& submission : submissions) {
            const Answer answer = answer_of(submission, *exercise);
            const std::string name = names.name_for(submission.student);
            if (answer.problem.empty()) {
                make_folder(place / "copies" / name);
                write_file(place / "copies" / name / exercise->answer, answer.source);
            }
        }
        if (!fs::exists(place)) {
            continue;
        }
        make_folder(place / "depart");
        write_file(place / "depart" / exercise->answer, read_file(exercise->folder / exercise->answer));
        for (const fs::path& header : exercise->given) {
            write_file(place / "depart" / header.filename(), read_file(header));
        }
        commands.push_back("java -jar jplag.jar -l cpp -bc " + shell_quoted((place / "depart").string()) + " -r " +
                           shell_quoted((folder / (exercise->id + ".jplag")).string()) + " " +
                           shell_quoted((place / "copies").string()));
    }
    return commands;
}

std::vector<std::string> export_for_dolos(const std::vector<Submission>& submissions,
                                          const std::vector<const Exercise*>& exercises, const fs::path& folder)
{
    make_empty_folder(folder);
    std::vector<std::string> commands;
    for (const Exercise* exercise : exercises) {
        const std::string ending = fs::path(exercise->answer).extension().string();
        std::vector<PackedFile> files;
        std::string table = "filename,full_name,created_at,ignored\r\n";
        FileNames names;
        for (const Submission& submission : submissions) {
            const Answer answer = answer_of(submission, *exercise);
            const std::string name = "copies/" + names.name_for(submission.student) + ending;
            if (answer.problem.empty()) {
                files.push_back({.name = name, .bytes = answer.source});
                table += csv_field(name) + "," + csv_field_for_people(submission.student) + "," +
                         csv_field(submission.handed_in) + ",\r\n";
            }
        }
        if (files.empty()) {
            continue;
        }
        files.push_back({.name = "depart" + ending, .bytes = read_file(exercise->folder / exercise->answer)});
        table += csv_field("depart" + ending) + ",,,true\r\n";
        files.push_back({.name = "info.csv", .bytes = table});
        const fs::path zip = folder / (exercise->id + ".zip");
        write_file(zip, archive_of(std::move(files), ArchiveFormat::zip));
        commands.push_back("dolos run -l cpp " + shell_quoted(zip.string()));
    }
    return commands;
}

}  // namespace atelier
