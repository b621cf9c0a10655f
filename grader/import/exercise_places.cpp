// SPDX-License-Identifier: MIT
#include "import/exercise_places.hpp"

#include <algorithm>
#include <utility>

#include "files.hpp"
#include "import/archive.hpp"
#include "import/entry_name.hpp"
#include "message.hpp"

namespace atelier {

namespace {

constexpr int deepest = 6;
constexpr std::size_t most_names = 10'000;
constexpr int most_archives = 5;
constexpr std::size_t most_refusals = 50;

fs::file_type type_of(const fs::path& path)
{
    std::error_code code;
    return fs::symlink_status(path, code).type();
}

bool is_answer(const std::string& name) { return name == "reponse.cpp" || name == "reponse.hpp"; }

class Search {
public:
    Search(const ExerciseNames& exercises, Workspace& workspace, std::size_t most_folders)
        : exercises_(exercises), workspace_(workspace), most_folders_(most_folders)
    {
    }

    ExercisePlaces run(const std::vector<Root>& roots)
    {
        for (const Root& root : roots) {
            enter_root(root);
        }
        for (int depth = 0; depth == 0 || (!level_.empty() && depth <= deepest); ++depth) {
            const std::vector<Root> now = std::exchange(level_, {});
            depth_ = depth;
            for (const Root& folder : now) {
                look_into(folder);
            }
            settle();
        }
        if (!level_.empty()) {
            refuse(level_.front().shown, tr("ce dossier est trop profond pour qu'on y cherche"));
        }
        for (const auto& [id, path] : empty_) {  // so that the student reads what is missing there
            places_.answers.try_emplace(id, path);
        }
        if (more_ > 0) {
            places_.refused.push_back({roots.front().shown, tr("autres refus\u00A0: {}", more_)});
        }
        return std::move(places_);
    }

private:
    struct Place {
        fs::path path;
        std::string shown;
    };

    void enter_root(const Root& root)
    {
        const fs::file_type type = type_of(root.path);
        if (type == fs::file_type::directory) {
            level_.push_back(root);
        } else if (type == fs::file_type::regular) {
            take_file(root, root.path.filename().string(), nullptr);
        }
    }

    void look_into(const Root& folder)
    {
        std::vector<std::string> names = names_of(folder);
        const bool has_work = std::binary_search(names.begin(), names.end(), "travail") &&
                              type_of(folder.path / "travail") == fs::file_type::directory;
        const Exercise* here = exercises_.named(folder.path.filename().string());
        for (const std::string& name : names) {
            const Root inside{folder.path / name, shown_place(folder.shown, name), folder.is_unpacked};
            const fs::file_type type = type_of(inside.path);
            const Exercise* exercise = exercises_.named(name);
            if (name.front() == '.' || is_furniture(name)) {
                continue;
            }
            if (type == fs::file_type::symlink) {
                if (exercise != nullptr || name == "travail" || is_answer(name)) {
                    refuse(inside.shown, tr("c'est un lien"));
                }
            } else if (type == fs::file_type::regular) {
                take_file(inside, name, here);
            } else if (type == fs::file_type::directory && exercise != nullptr) {
                take_folder(inside, *exercise);
            } else if (type == fs::file_type::directory && (!has_work || name == "travail")) {
                level_.push_back(inside);
            }
        }
    }

    std::vector<std::string> names_of(const Root& folder)
    {
        if (++folders_ > most_folders_) {
            if (folders_ == most_folders_ + 1) {
                refuse(folder.shown, tr("cette copie a trop de dossiers\u00A0; la suite n'est pas regardée"));
            }
            return {};
        }
        std::vector<std::string> names;
        std::error_code code;
        for (fs::directory_iterator it(folder.path, code), end; !code && it != end; it.increment(code)) {
            if (names.size() == most_names) {
                refuse(folder.shown, tr("ce dossier contient trop de fichiers"));
                return {};
            }
            names.push_back(it->path().filename().string());
        }
        if (code) {
            refuse(folder.shown, tr("ce dossier ne se laisse pas lire"));
        }
        std::sort(names.begin(), names.end());
        return names;
    }

    /// A folder of an exercise counts when something has the answer's name there; else it may hold another one, as when a
    /// zip was opened into a folder of its name.
    void take_folder(const Root& folder, const Exercise& exercise)
    {
        if (type_of(folder.path / exercise.answer) != fs::file_type::not_found) {
            found_[exercise.id].push_back({folder.path, folder.shown});
        } else {
            empty_.try_emplace(exercise.id, folder.path);
            level_.push_back(folder);
        }
    }

    /// `here` is the exercise whose folder the file is in, if it is one.
    void take_file(const Root& file, const std::string& name, const Exercise* here)
    {
        const Exercise* only = exercises_.only();
        const std::string wanted = only != nullptr ? only->answer : std::string();
        const bool is_moodles = name.find("_assignsubmission_") != std::string::npos;
        constexpr int near_the_top = 2;
        if (has_archive_name(name)) {
            open(file);
        } else if (here != nullptr) {
            return;  // it has not the name that its exercise wants: read_answer() says which
        } else if (only != nullptr && depth_ <= near_the_top &&
                   (name == wanted || (is_moodles && name.ends_with("_" + wanted)))) {
            found_[only->id].push_back({file.path, file.shown});
        } else if (is_answer(name) ||
                   (is_moodles && (name.ends_with("_reponse.cpp") || name.ends_with("_reponse.hpp")))) {
            refuse(file.shown,
                   tr("rien ne dit à quel exercice il répond\u00A0; il faut un dossier du nom de l'exercice"));
        }
    }

    void open(const Root& file)
    {
        if (file.is_unpacked) {
            refuse(file.shown, tr("c'est une archive dans une archive"));
            return;
        }
        if (++archives_ > most_archives) {
            refuse(file.shown, tr("cette copie contient plus de {} archives", most_archives));
            return;
        }
        const fs::path folder = workspace_.new_folder();
        for (const Refusal& refusal : unpack(file.path, file.shown, folder, ArchiveOf::a_student, false)) {
            refuse(refusal.where, refusal.reason);
        }
        level_.push_back({folder, file.shown, true});
    }

    /// What was found on this level counts, unless it was found above or twice.
    void settle()
    {
        for (const auto& [id, places] : found_) {
            const auto above = settled_.find(id);
            if (above != settled_.end()) {
                for (const Place& place : places) {
                    refuse(place.shown, tr("{} répond déjà au même exercice, plus haut", above->second));
                }
            } else if (places.size() > 1) {
                refuse(places[1].shown,
                       tr("{} répond au même exercice\u00A0: gardez-en un seul, aucun des deux n'est corrigé",
                          places[0].shown));
                settled_[id] = places[0].shown;
                empty_.erase(id);
            } else {
                settled_[id] = places[0].shown;
                places_.answers[id] = places[0].path;
            }
        }
        found_.clear();
    }

    void refuse(const std::string& where, const std::string& reason)
    {
        if (places_.refused.size() < most_refusals) {
            places_.refused.push_back({where, reason});
        } else {
            ++more_;
        }
    }

    const ExerciseNames& exercises_;
    Workspace& workspace_;
    std::size_t most_folders_;
    ExercisePlaces places_;
    std::vector<Root> level_;  ///< folders to look into next
    int depth_ = 0;
    std::map<std::string, std::vector<Place>> found_;  ///< on this level
    std::map<std::string, std::string> settled_;       ///< where each exercise was found first
    std::map<std::string, fs::path> empty_;            ///< folders of exercises, without an answer
    std::size_t folders_ = 0;
    int archives_ = 0;
    long more_ = 0;
};

}  // namespace

fs::path Workspace::new_folder()
{
    fs::path folder = folder_ / std::to_string(++count_);
    make_folder(folder);
    return folder;
}

ExerciseNames::ExerciseNames(const Catalog& catalog, const Exercise* only) : only_(only)
{
    for (const Exercise& exercise : catalog.exercises) {
        by_name_[exercise.id] = &exercise;
        by_name_[exercise.short_id()] = &exercise;
    }
}

const Exercise* ExerciseNames::named(const std::string& folder) const
{
    const auto found = by_name_.find(folder);
    return found == by_name_.end() ? nullptr : found->second;
}

ExercisePlaces find_places(const ExerciseNames& exercises, const std::vector<Root>& roots, Workspace& workspace,
                           std::size_t most_folders)
{
    return Search(exercises, workspace, most_folders).run(roots);
}

}  // namespace atelier
