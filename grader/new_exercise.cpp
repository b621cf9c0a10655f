// SPDX-License-Identifier: MIT
#include "new_exercise.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <map>
#include <vector>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "show.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

const std::string model_id = "00-premier-pas";

/// « 04e-trier »: two digits, a letter, then words in plain small letters.
bool is_well_formed(const std::string& id)
{
    const auto between = [](char c, char first, char last) { return c >= first && c <= last; };
    if (id.size() < 5 || !between(id[0], '0', '9') || !between(id[1], '0', '9') || !between(id[2], 'a', 'z') ||
        id[3] != '-' || id.back() == '-' || id.find("--") != std::string::npos) {
        return false;
    }
    return std::all_of(id.begin() + 4, id.end(),
                       [&](char c) { return c == '-' || between(c, 'a', 'z') || between(c, '0', '9'); });
}

void refuse_unless_free(const Catalog& catalog, const std::string& id)
{
    if (!is_well_formed(id)) {
        throw UsageError(tr(
            "«\u00A0{}\u00A0» ne convient pas\u00A0: un exercice se nomme comme 04e-trier-les-noms, deux chiffres pour la leçon, une lettre, puis des mots sans accents ni majuscules",
            visible(id)));
    }
    for (const Exercise& exercise : catalog.exercises) {
        if (exercise.short_id() == id.substr(0, id.find('-'))) {
            throw UsageError(
                tr("{} est déjà pris par {}\u00A0; choisissez une autre lettre", exercise.short_id(), exercise.id));
        }
    }
    for (const char* part : {"exercises", "solutions"}) {
        if (fs::exists(fs::symlink_status(catalog.root / part / id))) {
            throw UsageError(tr("le dossier {}/{} existe déjà", part, id));
        }
    }
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// The words of an id: « Trier les noms », or « TrierLesNoms » as a class.
std::string words_of(const std::string& id, bool as_class)
{
    std::string text;
    bool capital = true;
    for (const char c : id.substr(4)) {
        if (c == '-') {
            text += as_class ? "" : " ";
            capital = as_class;
        } else {
            text += static_cast<char>(capital ? std::toupper(static_cast<unsigned char>(c)) : c);
            capital = false;
        }
    }
    return text;
}

/// A model's text with the new names in the place of its own.
std::string renamed(std::string text, const std::string& id)
{
    const std::string number = id.substr(0, 3);
    text = replaced(std::move(text), model_id, id);
    text = replaced(std::move(text), "PremierPas", words_of(id, true));
    text = replaced(std::move(text), "title = \"Premier pas\"", "title = \"" + words_of(id, false) + "\"");
    text = replaced(std::move(text), "# Premier pas\n", "# " + words_of(id, false) + "\n");
    for (const char* before : {"check ", "hint ", "run ", "exercice "}) {
        text = replaced(std::move(text), std::string(before) + "00", before + number);
    }
    return text;
}

/// What is to be written in each file, in the order of docs/adding-an-exercise.md; answers are told apart by their folder.
const std::map<std::string, std::string>& marks()
{
    static const std::map<std::string, std::string> all{
        {"fourni.hpp", "le contrat de ce que l'étudiant écrit"},
        {"README.md", "l'histoire, les tâches, ce qui sera observé"},
        {"indices.md", "les indices, du plus léger au plus précis"},
        {"exercise.toml", "le titre, le niveau, les vérifications et leurs points"},
        {"fixture.sql", "les données de départ"},
        {"programme.cpp", "les scénarios qui appellent la réponse"},
        {"checks.cpp", "les vérifications"},
        {"reponse.cpp", "le point de départ, qui compile et perd des points"},
        {"solution", "la référence"},
        {"right", "une autre bonne réponse, ou supprimez son dossier"},
        {"wrong", "une erreur connue, en un seul endroit"}};
    return all;
}

/// `text` with, after its first line or after its licence, a comment that says what is to be written.
std::string marked(const std::string& text, const std::string& kind, const std::string& extension)
{
    const std::string what = std::string(to_write_mark) + "\u00A0: " + marks().at(kind) + ".";
    const std::string comment = extension == ".md"     ? "\n<!-- " + what + " -->\n"
                                : extension == ".sql"  ? "-- " + what + "\n"
                                : extension == ".toml" ? "# " + what + "\n"
                                                       : "// " + what + "\n";
    const bool first = extension == ".sql" || extension == ".toml";
    const std::size_t at = first ? 0 : text.find('\n') + 1;
    return text.substr(0, at) + comment + text.substr(at);
}

/// Copies what is below `from`, renamed and marked; `kind` names what an answer is, else each file is what its name says.
void copy_marked(const fs::path& from, const fs::path& to, const std::string& id, const std::string& kind)
{
    make_folder(to);
    for (const std::string& name : names_in(from)) {
        if (fs::is_directory(from / name)) {
            copy_marked(from / name, to / name, id, name == "right" || name == "wrong" ? name : kind);
        } else {
            const std::string what = kind.empty() ? name : kind;
            const std::string text = renamed(read_file(from / name), id);
            write_file(to / name, marks().contains(what) ? marked(text, what, fs::path(name).extension()) : text);
        }
    }
}

void move_folder(const fs::path& from, const fs::path& to)
{
    std::error_code code;
    fs::rename(from, to, code);
    if (code) {
        errno = code.value();
        throw system_error(tr("Impossible de créer le dossier {}", to.string()));
    }
}

}  // namespace

void make_exercise(const Catalog& catalog, const fs::path& model, const std::string& id)
{
    refuse_unless_free(catalog, id);
    const fs::path exercise = catalog.root / "exercises" / id;
    const fs::path solutions = catalog.root / "solutions" / id;
    // Hidden folders are no part of a course: what is there half is seen by nobody.
    const fs::path half_exercise = catalog.root / "exercises" / ("." + id);
    const fs::path half_solutions = catalog.root / "solutions" / ("." + id);
    try {
        remove_tree(half_exercise);
        remove_tree(half_solutions);
        copy_marked(model / "exercises" / model_id, half_exercise, id, "");
        copy_marked(model / "solutions" / model_id, half_solutions, id, "solution");
        move_folder(half_solutions, solutions);
        move_folder(half_exercise, exercise);
    } catch (const Error&) {
        remove_tree(half_exercise);
        remove_tree(half_solutions);
        if (!fs::exists(exercise)) {
            remove_tree(solutions);
        }
        throw;
    }
}

}  // namespace atelier
