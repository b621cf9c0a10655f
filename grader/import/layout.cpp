// SPDX-License-Identifier: MIT
#include "import/layout.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "encodings.hpp"
#include "error.hpp"
#include "files.hpp"
#include "import/archive.hpp"
#include "import/entry_name.hpp"
#include "import/system_names.hpp"
#include "message.hpp"

namespace atelier {

namespace {

constexpr const char* metadata_name = "submission_metadata.json";

bool is_folder(const fs::path& path)
{
    std::error_code code;
    return fs::is_directory(fs::symlink_status(path, code));
}

bool is_file(const fs::path& path)
{
    std::error_code code;
    return fs::is_regular_file(fs::symlink_status(path, code));
}

/// What people may have put into a folder: names, without what is hidden.
struct Listing {
    std::vector<std::string> folders;
    std::vector<std::string> files;
};

Listing listing_of(const fs::path& folder)
{
    Listing listing;
    std::vector<std::string> names;
    try {
        names = names_in(folder);
    } catch (const Error&) {  // told when it is looked into
    }
    for (const std::string& name : names) {
        if (name.front() == '.' || is_furniture(name)) {
            continue;
        }
        if (is_folder(folder / name)) {
            listing.folders.push_back(name);
        } else if (is_file(folder / name)) {
            listing.files.push_back(name);
        }
    }
    return listing;
}

class Recogniser {
public:
    Recogniser(const ExerciseNames& exercises, bool is_unpacked) : exercises_(exercises), is_unpacked_(is_unpacked) {}

    void recognise(const fs::path& folder, const std::string& name)
    {
        const Listing listing = listing_of(folder);
        if (is_file(folder / metadata_name) && is_folder(folder / "submission")) {
            take_gradescope(folder / "submission", folder / metadata_name, name);
        } else if (folder.filename() == "submission" && is_file(folder.parent_path() / metadata_name)) {
            take_gradescope(folder, folder.parent_path() / metadata_name, name);
        } else if (is_moodles(listing)) {
            take_moodle(folder, listing);
        } else if (listing.folders.size() == 1 && is_moodles(listing_of(folder / listing.folders[0]))) {
            recognise(folder / listing.folders[0], listing.folders[0]);  // as unpacked by Windows
        } else if (is_submission(folder, listing) && !has_more_students(folder, listing)) {
            result_.layout = ClassLayout::one_submission;
            add(name, {}, {folder, {}, false});
        } else if (take_classroom(folder, name, listing)) {
        } else if (std::any_of(listing.folders.begin(), listing.folders.end(),
                               [&](const std::string& n) { return holds_clone(folder / n, 1); })) {
            take_clones(folder);
        } else if (is_unpacked_ && listing.folders.size() == 1 && is_around_a_class(folder / listing.folders[0])) {
            is_unpacked_ = false;  // one folder around it, not two
            recognise(folder / listing.folders[0], listing.folders[0]);
        } else {
            take_folders(folder, listing);
        }
    }

    RecognisedClass result()
    {
        std::sort(result_.students.begin(), result_.students.end(),
                  [](const StudentRoots& a, const StudentRoots& b) { return a.student < b.student; });
        return std::move(result_);
    }

private:
    /// Whether one student's exercises are here.
    [[nodiscard]] bool is_submission(const fs::path& folder, const Listing& listing) const
    {
        const auto is_exercise = [&](const std::string& name) { return exercises_.named(name) != nullptr; };
        if (std::any_of(listing.folders.begin(), listing.folders.end(), is_exercise)) {
            return true;
        }
        if (exercises_.only() != nullptr && is_file(folder / exercises_.only()->answer)) {
            return true;
        }
        const std::vector<std::string> inside =
            is_folder(folder / "travail") ? listing_of(folder / "travail").folders : std::vector<std::string>();
        return std::any_of(inside.begin(), inside.end(), is_exercise);
    }

    /// Whether more folders are students than exercises: a student who is called « 01a » is not all of the class.
    [[nodiscard]] bool has_more_students(const fs::path& folder, const Listing& listing) const
    {
        int students = 0;
        int exercises = 0;
        for (const std::string& name : listing.folders) {
            std::error_code code;
            if (exercises_.named(name) != nullptr || name == "travail") {
                ++exercises;
            } else if (name != "exercises" && name != "solutions") {
                const fs::path inside = folder / name;
                const bool is_student =
                    fs::exists(fs::symlink_status(inside / ".git", code)) || is_submission(inside, listing_of(inside));
                students += is_student ? 1 : 0;
            }
        }
        return students > std::max(exercises, 1);
    }

    [[nodiscard]] bool is_around_a_class(const fs::path& folder) const
    {
        const Listing listing = listing_of(folder);
        if (is_submission(folder, listing)) {
            return false;  // then it is the student
        }
        return std::any_of(listing.files.begin(), listing.files.end(), has_archive_name) ||
               std::any_of(listing.folders.begin(), listing.folders.end(), [&](const std::string& name) {
                   return is_submission(folder / name, listing_of(folder / name));
               });
    }

    /// Most folders have names of Moodle's: where students name folders, one of them does not decide for all.
    static bool is_moodles(const Listing& listing)
    {
        const auto is_one = [](const std::string& name) { return moodle_name(name).has_value(); };
        const auto folders = std::count_if(listing.folders.begin(), listing.folders.end(), is_one);
        const auto files = std::count_if(listing.files.begin(), listing.files.end(), is_one);
        return folders + files > 0 && 2 * (folders + files) > static_cast<std::ptrdiff_t>(listing.folders.size());
    }

    void take_gradescope(const fs::path& folder, const fs::path& metadata, const std::string& name)
    {
        result_.layout = ClassLayout::gradescope;
        constexpr std::size_t most_bytes = std::size_t{1} << 20U;
        const GradescopeMetadata told = gradescope_metadata(read_file(metadata, most_bytes));
        add(told.student.empty() ? name : told.student, told.key, {folder, {}, false}).handed_in = told.handed_in;
    }

    void take_moodle(const fs::path& folder, const Listing& listing)
    {
        result_.layout = ClassLayout::moodle;
        std::map<std::pair<std::string, std::string>, std::vector<Root>> by_student;
        for (const std::vector<std::string>* names : {&listing.folders, &listing.files}) {
            for (const std::string& name : *names) {
                if (const std::optional<MoodleName> moodle = moodle_name(name)) {
                    by_student[{moodle->student, moodle->id}].push_back({folder / name, shown_place({}, name), false});
                } else if (names == &listing.folders) {
                    result_.refused.push_back({shown_place({}, name), tr("Moodle ne nomme aucune copie ainsi")});
                }
            }
        }
        std::map<std::string, int> namesakes;
        for (const auto& [who, roots] : by_student) {
            ++namesakes[who.first];
        }
        for (const auto& [who, roots] : by_student) {
            const auto& [name, id] = who;
            const std::string shown = name == "Participant"                ? name + " " + id
                                      : namesakes[name] > 1 && !id.empty() ? name + " (" + id + ")"
                                                                           : name;
            add(shown, id, roots.front()).roots = roots;
        }
    }

    /// SLUG-submissions with SLUG-LOGIN in it; or that folder alone in another one.
    bool take_classroom(const fs::path& folder, const std::string& name, const Listing& listing)
    {
        constexpr std::string_view ending = "-submissions";
        if (!name.ends_with(ending)) {
            if (listing.folders.size() != 1 || !listing.folders[0].ends_with(ending)) {
                return false;
            }
            const fs::path inside = folder / listing.folders[0];
            return take_classroom(inside, listing.folders[0], listing_of(inside));
        }
        const std::string prefix = name.substr(0, name.size() - ending.size()) + "-";
        const auto has_prefix = [&](const std::string& n) { return n.size() > prefix.size() && n.starts_with(prefix); };
        if (std::none_of(listing.folders.begin(), listing.folders.end(), has_prefix)) {
            return false;
        }
        result_.layout = ClassLayout::github_classroom;
        for (const std::string& clone : listing.folders) {
            const std::string login = has_prefix(clone) ? clone.substr(prefix.size()) : clone;
            add(login, login, {folder / clone, shown_place({}, clone), false});
        }
        return true;
    }

    static constexpr int deepest_group = 4;

    /// Whether a clone stands here or further down, where no exercise is: students may keep anything in those.
    [[nodiscard]] bool holds_clone(const fs::path& folder, int depth) const
    {
        std::error_code code;
        if (exercises_.named(folder.filename().string()) != nullptr) {
            return false;
        }
        if (fs::exists(fs::symlink_status(folder / ".git", code))) {
            return true;
        }
        if (depth == deepest_group) {
            return false;
        }
        const Listing listing = listing_of(folder);
        return !is_submission(folder, listing) &&
               std::any_of(listing.folders.begin(), listing.folders.end(),
                           [&](const std::string& name) { return holds_clone(folder / name, depth + 1); });
    }

    void take_clones(const fs::path& folder)
    {
        result_.layout = ClassLayout::git_clones;
        std::vector<fs::path> projects;
        find_projects(folder, {}, 0, projects);
        // A student who has a group of their own is that group.
        std::map<fs::path, int> in_group;
        for (const fs::path& project : projects) {
            ++in_group[project.parent_path()];
        }
        std::vector<fs::path> names;
        for (const fs::path& project : projects) {
            const fs::path group = project.parent_path();
            names.push_back(!group.empty() && in_group[group] == 1 ? group : project);
        }
        const auto has_first = [&](const fs::path& name) {
            return *name.begin() == *names.front().begin() && std::distance(name.begin(), name.end()) > 1;
        };
        while (!names.empty() && std::all_of(names.begin(), names.end(), has_first)) {
            for (fs::path& name : names) {
                name = name.lexically_relative(*name.begin());
            }
        }
        for (std::size_t i = 0; i < projects.size(); ++i) {
            add(names[i].string(), projects[i].string(),
                {folder / projects[i], shown_place({}, projects[i].string()), false});
        }
    }

    void find_projects(const fs::path& top, const fs::path& path, int depth, std::vector<fs::path>& projects)
    {
        std::error_code code;
        const bool is_group =
            depth == 0 || (depth < deepest_group && !fs::exists(fs::symlink_status(top / path / ".git", code)) &&
                           holds_clone(top / path, depth));
        if (!is_group) {
            projects.push_back(path);
            return;
        }
        for (const std::string& name : listing_of(top / path).folders) {
            find_projects(top, path / name, depth + 1, projects);
        }
    }

    void take_folders(const fs::path& folder, const Listing& listing)
    {
        result_.layout = ClassLayout::folder_per_student;
        for (const std::string& name : listing.folders) {
            add(name, {}, {folder / name, shown_place({}, name), false});
        }
        for (const std::string& name : listing.files) {
            if (has_archive_name(name)) {
                const std::string stem = without_archive_ending(name);
                add(taken_.contains(from_unknown_encoding(stem)) ? name : stem, {},
                    {folder / name, shown_place({}, name), false});
            }
        }
    }

    /// A name that two students would have gets a number.
    StudentRoots& add(const std::string& name, const std::string& key, const Root& root)
    {
        const std::string text = from_unknown_encoding(name);
        std::string unique = text;
        for (int i = 2; !taken_.insert(unique).second; ++i) {
            unique = text + " (" + std::to_string(i) + ")";
        }
        return result_.students.emplace_back(StudentRoots{unique, from_unknown_encoding(key), {}, {root}});
    }

    const ExerciseNames& exercises_;
    bool is_unpacked_;
    RecognisedClass result_;
    std::set<std::string> taken_;
};

}  // namespace

std::string name_of(ClassLayout layout)
{
    switch (layout) {
        case ClassLayout::folder_per_student: return tr("un dossier ou une archive par étudiant");
        case ClassLayout::moodle: return tr("les travaux remis, téléchargés de Moodle");
        case ClassLayout::github_classroom: return tr("les dépôts clonés par « gh classroom clone »");
        case ClassLayout::git_clones: return tr("les dépôts clonés d'un groupe GitLab");
        case ClassLayout::gradescope: return tr("une copie remise à Gradescope");
        case ClassLayout::one_submission: return tr("une seule copie");
    }
    return {};
}

RecognisedClass recognised_class(const ExerciseNames& exercises, const fs::path& folder, const std::string& name,
                                 bool is_unpacked)
{
    (void)names_in(folder);
    Recogniser recogniser(exercises, is_unpacked);
    recogniser.recognise(folder, name);
    return recogniser.result();
}

}  // namespace atelier
