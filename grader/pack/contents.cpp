// SPDX-License-Identifier: MIT
#include "pack/contents.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "check/fixture.hpp"
#include "error.hpp"
#include "files.hpp"
#include "layout.hpp"
#include "message.hpp"
#include "sha256.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

using Names = std::set<std::string>;

/// The tools: files at the root of the project, and folders of which everything goes.
const Names tool_files{"atelier", "CMakeLists.txt", "CMakePresets.json", "LICENSE", "SECURITY.md", "CHANGELOG.md"};
const Names editor_files{"extensions.json", "tasks.json"};
const Names tool_folders{"cmake", "grader", "po"};
/// What students read first is not what maintainers do: these stand in docs/pack/.
const std::map<std::string, std::string> own_files{
    {"README.md", "README.md"}, {"README.en.md", "README.en.md"}, {"gitignore", ".gitignore"}};

/// The course: the kinds of files that go, of each folder.
const Names pictures{".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"};
const Names lesson_kinds{".md", ".csv", ".sql"};
const Names data_kinds{".md", ".csv", ".sql"};
const Names orm_kinds{".hpp"};
const Names data_files{"generate"};
const Names exercise_files{"README.md",   "indices.md",    "fourni.hpp", "programme.cpp",
                           "fixture.sql", "exercise.toml", "checks.cpp"};
const Names exercise_kinds{".csv", ".hpp"};

/// What never goes, even when an exercise asks for it.
const Names kept_folders{"solutions", "tests", "examples", "bench", "travail", "build"};

bool is_hidden(const std::string& name) { return name.front() == '.'; }

/// What editors, patches and programs leave beside a file.
bool is_leftover(const std::string& name)
{
    static const Names kinds{".orig", ".rej", ".bak", ".swp", ".swo", ".tmp", ".o", ".pyc", ".db"};
    return name.back() == '~' || name.front() == '#' || name == "__pycache__" || name == "compile_commands.json" ||
           kinds.contains(fs::path(name).extension());
}

class Packer {
public:
    Packer(const Catalog& catalog, const fs::path& project)
        : catalog_(catalog), project_(fs::absolute(project).lexically_normal())
    {
    }

    PackContents contents()
    {
        tools();
        for (const auto& [folder, kinds] :
             {std::pair{"lessons", lesson_kinds}, {"donnees", data_kinds}, {"orm", orm_kinds}}) {
            take_folder(catalog_.root, folder, [&, folder = folder, &kinds = kinds](const std::string& name) {
                return kinds.contains(fs::path(name).extension()) || pictures.contains(fs::path(name).extension()) ||
                       (folder == std::string_view("donnees") && data_files.contains(name));
            });
        }
        for (const Exercise& exercise : catalog_.exercises) {
            take_exercise(exercise);
        }
        refuse_answers();
        PackContents contents{.files = {}, .left_out = {left_out_.begin(), left_out_.end()}};
        for (auto& [name, bytes] : files_) {
            const bool sealed = fs::path(name).filename() == "checks.cpp" && name.rfind("exercises/", 0) == 0;
            contents.files.push_back({.name = "atelier/" + name + (sealed ? ".gz" : ""),
                                      .bytes = sealed ? gzip_of(bytes) : std::move(bytes)});
        }
        return contents;
    }

private:
    void tools()
    {
        for (const auto& [from, to] : own_files) {
            if (!fs::exists(project_ / "docs" / "pack" / from)) {
                throw Error(tr(
                    "Un paquet se fait depuis le projet entier, et il manque ici docs/pack/{}. Si ce dossier est un paquet, donnez plutôt l'archive dont il vient.",
                    from));
            }
            files_[to] = read_file(project_ / "docs" / "pack" / from);
        }
        for (const std::string& name : tool_files) {
            take(project_ / name, name);
        }
        for (const std::string& name : editor_files) {
            if (fs::exists(project_ / ".vscode" / name)) {
                take(project_ / ".vscode" / name, ".vscode/" + name);
            }
        }
        for (const std::string& folder : tool_folders) {
            take_folder(project_, folder, [](const std::string&) { return true; });
        }
    }

    void take(const fs::path& file, const std::string& name)
    {
        const fs::file_status status = fs::symlink_status(file);
        if (fs::is_symlink(status)) {
            throw Error(tr("{} est un lien\u00A0: un paquet n'en suit pas. Mettez le fichier lui-même à sa place.",
                           visible(name)));
        }
        files_[name] = read_file(file);
    }

    /// What is below `root`/`name`, at any depth, when it is there.
    template <class Predicate>
    void take_folder(const fs::path& root, const std::string& name, const Predicate& is_wanted)
    {
        if (!fs::exists(fs::symlink_status(root / name))) {
            return;
        }
        if (!fs::is_directory(fs::symlink_status(root / name))) {
            take(root / name, name);  // which says what is wrong with a link
            return;
        }
        for (const std::string& entry : names_in(root / name)) {
            const std::string inside = name + "/" + entry;
            if (is_hidden(entry) || is_leftover(entry)) {
                continue;
            }
            if (fs::is_directory(fs::symlink_status(root / inside))) {
                take_folder(root, inside, is_wanted);
            } else if (is_wanted(entry)) {
                take(root / inside, inside);
            } else {
                left_out_.insert(inside);
            }
        }
    }

    void take_exercise(const Exercise& exercise)
    {
        const std::string folder = "exercises/" + exercise.id;
        for (const std::string& name : names_in(exercise.folder)) {
            const std::string kind = fs::path(name).extension();
            if (is_hidden(name) || is_leftover(name)) {
                continue;
            }
            if (exercise_files.contains(name) || name == exercise.answer || exercise_kinds.contains(kind) ||
                pictures.contains(kind)) {
                take(exercise.folder / name, folder + "/" + name);
            } else {
                left_out_.insert(folder + "/" + name);
            }
        }
        if (files_.at(folder + "/" + exercise.answer).find(starter_mark) == std::string::npos) {
            throw Error(tr(
                "{}/{} n'a plus la marque «\u00A0{}\u00A0»\u00A0: est-ce encore le point de départ\u00A0? Remettez-le, puis recommencez.",
                folder, exercise.answer, starter_mark));
        }
        for (const fs::path& header : exercise.given) {
            take_needed(exercise, header);
        }
        for (const fs::path& data : check::files_of_fixture(exercise.folder)) {
            take_needed(exercise, data.lexically_normal());
        }
    }

    /// What an exercise names goes with it, from wherever in the course.
    void take_needed(const Exercise& exercise, const fs::path& file)
    {
        const fs::path place = file.lexically_relative(catalog_.root);
        const bool goes = !place.empty() && !kept_folders.contains(*place.begin()) &&
                          std::none_of(place.begin(), place.end(), [](const fs::path& p) { return is_hidden(p); });
        if (!goes) {
            throw Error(tr(
                "L'exercice {} a besoin de {}, que les étudiants ne reçoivent pas. Mettez-en une copie parmi ce qu'ils reçoivent, dans donnees/ par exemple.",
                exercise.id, visible(place.empty() ? file.string() : place.string())));
        }
        take(file, place.generic_string());
        left_out_.erase(place.generic_string());
    }

    /// None of our answers leaves under another name.
    void refuse_answers() const
    {
        std::map<std::string, std::string> answers;
        std::error_code none;
        for (fs::recursive_directory_iterator it(catalog_.root / "solutions", none), end; !none && it != end;
             it.increment(none)) {
            if (it->is_regular_file()) {
                answers[sha256(read_file(it->path()))] = it->path().lexically_relative(catalog_.root).generic_string();
            }
        }
        for (const auto& [name, bytes] : files_) {
            const auto same = answers.find(sha256(bytes));
            if (same != answers.end()) {
                throw Error(tr("{} est la copie de {}, qui ne doit pas partir. Retirez-la, puis recommencez.",
                               visible(name), visible(same->second)));
            }
        }
    }

    const Catalog& catalog_;
    fs::path project_;
    std::map<std::string, std::string> files_;  ///< by name
    std::set<std::string> left_out_;
};

}  // namespace

PackContents pack_contents(const Catalog& catalog, const fs::path& project)
{
    return Packer(catalog, project).contents();
}

}  // namespace atelier
