// SPDX-License-Identifier: MIT
#include "catalog.hpp"

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "nearest.hpp"

namespace atelier {

namespace {

bool starts_with(std::string_view text, std::string_view prefix)
{
    return !prefix.empty() && text.substr(0, prefix.size()) == prefix;
}

/// The folders of `parent`, hidden ones and plain files left out.
std::vector<fs::path> folders_in(const fs::path& parent)
{
    std::vector<fs::path> result;
    for (const std::string& name : names_in(parent)) {
        if (name.front() != '.' && fs::is_directory(parent / name)) {
            result.push_back(parent / name);
        }
    }
    return result;
}

std::string join(const std::vector<std::string>& words)
{
    std::string result;
    for (const std::string& word : words) {
        result += (result.empty() ? "" : ", ") + word;
    }
    return result;
}

}  // namespace

std::vector<const Exercise*> Catalog::exercises_of(std::string_view prefix) const
{
    std::vector<const Exercise*> found;
    for (const Exercise& candidate : exercises) {
        if (candidate.short_id() == prefix || candidate.id == prefix) {
            return {&candidate};
        }
        if (starts_with(candidate.id, prefix)) {
            found.push_back(&candidate);
        }
    }
    if (found.empty()) {
        std::vector<std::string> known;
        for (const Exercise& candidate : exercises) {
            known.push_back(prefix.size() <= 4 ? candidate.short_id() : candidate.id);
        }
        throw UsageError(
            tr("Il n'y a pas d'exercice « {} ». Vouliez-vous dire « {} » ? « ./atelier list » les montre tous.", prefix,
               nearest(prefix, known)));
    }
    return found;
}

const Exercise& Catalog::exercise(std::string_view id) const
{
    const std::vector<const Exercise*> found = exercises_of(id);
    if (found.size() > 1) {
        std::vector<std::string> ids;
        for (const Exercise* candidate : found) {
            ids.push_back(candidate->id);
        }
        throw UsageError(tr("« {} » peut désigner plusieurs exercices : {}. Précisez lequel.", id, join(ids)));
    }
    return *found.front();
}

const Lesson& Catalog::lesson(std::string_view id) const
{
    const std::string padded = id.size() == 1 ? "0" + std::string(id) : std::string(id);
    std::vector<std::string> known;
    for (const Lesson& candidate : lessons) {
        if (starts_with(candidate.id, padded)) {
            return candidate;
        }
        known.push_back(candidate.id.substr(0, padded.size() <= 3 ? 2 : std::string::npos));
    }
    throw UsageError(
        tr("Il n'y a pas de leçon « {} ». Vouliez-vous dire « {} » ? « ./atelier lesson » les montre toutes.", id,
           nearest(padded, known)));
}

const Lesson* Catalog::lesson_of(const Exercise& exercise) const
{
    for (const Lesson& candidate : lessons) {
        if (starts_with(candidate.id, exercise.lesson_number() + "-")) {
            return &candidate;
        }
    }
    return nullptr;
}

Catalog load_catalog(const fs::path& root)
{
    Catalog catalog{.root = fs::absolute(root).lexically_normal(), .lessons = {}, .exercises = {}};
    for (const fs::path& folder : folders_in(catalog.root / "exercises")) {
        catalog.exercises.push_back(load_exercise(folder));
    }
    if (fs::is_directory(catalog.root / "lessons")) {
        for (const fs::path& folder : folders_in(catalog.root / "lessons")) {
            catalog.lessons.push_back({folder.filename().string(), folder / "README.md"});
        }
    }
    return catalog;
}

}  // namespace atelier
