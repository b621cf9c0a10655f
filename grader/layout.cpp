// SPDX-License-Identifier: MIT
#include "layout.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include "error.hpp"
#include "files.hpp"
#include "markdown.hpp"
#include "message.hpp"
#include "new_exercise.hpp"
#include "source_difference.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

constexpr std::string_view failing_mark = "// Échoue : ";

std::vector<std::string> names_or_none(const fs::path& folder)
{
    return fs::is_directory(folder) ? names_in(folder) : std::vector<std::string>{};
}

std::string text_or_none(const fs::path& file) { return fs::is_regular_file(file) ? read_file(file) : std::string(); }

/// How many headings « ## Tâche 1 », « ## Tâche 2 »… follow one another in `text`.
int numbered_headings(const std::string& text, const std::string& word)
{
    int count = 0;
    for (const Heading& heading : headings(text)) {
        const std::string wanted = word + " " + std::to_string(count + 1);
        const bool same = heading.level == 2 && heading.text.rfind(wanted, 0) == 0;
        if (same && heading.text.substr(wanted.size(), 1).find_first_of("0123456789") != 0) {
            ++count;
        }
    }
    return count;
}

bool declares(const Exercise& exercise, const std::string& check)
{
    return std::any_of(exercise.checks.begin(), exercise.checks.end(),
                       [&](const CheckInfo& c) { return c.name == check; });
}

class Layout {
public:
    Layout(const Catalog& catalog, const Exercise& exercise) : catalog_(catalog), exercise_(exercise) {}

    std::vector<std::string> problems()
    {
        given_files();
        texts();
        starter();
        points();
        solutions();
        to_be_written();
        return std::move(problems_);
    }

private:
    void say(std::string problem) { problems_.push_back(std::move(problem)); }

    void given_files()
    {
        const std::set<std::string> known{"README.md",   "indices.md",    "fourni.hpp", "programme.cpp",
                                          "fixture.sql", "exercise.toml", "checks.cpp", exercise_.answer};
        for (const std::string& name : names_in(exercise_.folder)) {
            if (!fs::is_regular_file(exercise_.folder / name) ||
                (!known.contains(name) && fs::path(name).extension() != ".csv")) {
                say(tr("{} n'a rien à faire dans exercises/{} ; supprimez-le ou donnez-lui un des noms prévus", name,
                       exercise_.id));
            } else if (!is_valid_utf8(read_file(exercise_.folder / name))) {
                say(tr("{} n'est pas en UTF-8 ; enregistrez-le dans cet encodage", name));
            }
        }
        for (const std::string name : {"README.md", "indices.md", "fourni.hpp", "programme.cpp", "checks.cpp"}) {
            if (!has(name)) {
                say(tr("il manque {} ; écrivez-le dans exercises/{}", name, exercise_.id));
            }
        }
    }

    [[nodiscard]] bool has(const std::string& name) const { return fs::exists(exercise_.folder / name); }

    /// The number of headings « word N » of the file `name`, which wants one at least; none to count on when it is missing.
    std::optional<int> numbered(const std::string& name, const std::string& word)
    {
        if (!has(name)) {
            return std::nullopt;
        }
        const int count = numbered_headings(text_or_none(exercise_.folder / name), word);
        if (count == 0) {
            say(tr("{} n'a pas de titre « ## {} 1 » ; numérotez ainsi ses titres", name, word));
            return std::nullopt;
        }
        return count;
    }

    void texts()
    {
        const std::optional<int> tasks = numbered("README.md", "Tâche");
        const std::optional<int> hints = numbered("indices.md", "Indice");
        for (const CheckInfo& check : exercise_.checks) {
            if (tasks && check.task > *tasks) {
                say(tr("la vérification {} renvoie à la tâche {}, absente de README.md ; corrigez l'un ou l'autre",
                       check.name, check.task));
            }
            if (hints && check.hint > *hints) {
                say(tr("la vérification {} renvoie à l'indice {}, absent de indices.md ; corrigez l'un ou l'autre",
                       check.name, check.hint));
            }
        }
    }

    void starter()
    {
        if (text_or_none(exercise_.folder / exercise_.answer).find(starter_mark) == std::string::npos) {
            say(tr("le point de départ {} n'a pas la marque « {} » ; mettez-la où l'étudiant écrit", exercise_.answer,
                   starter_mark));
        }
    }

    void points()
    {
        if (exercise_.max_points() != 5 * exercise_.level) {
            say(tr(
                "les vérifications valent {} points en tout ; corrigez-les dans exercise.toml : le niveau {} en veut {}",
                exercise_.max_points(), exercise_.level, 5 * exercise_.level));
        }
    }

    /// What `new` left to the author, file by file.
    void to_be_written()
    {
        for (const fs::path& folder : {exercise_.folder, catalog_.solutions_of(exercise_)}) {
            std::vector<fs::path> files;
            std::error_code none;
            for (fs::recursive_directory_iterator it(folder, none), end; !none && it != end; it.increment(none)) {
                if (it->is_regular_file() && read_file(it->path()).find(to_write_mark) != std::string::npos) {
                    files.push_back(it->path());
                }
            }
            std::sort(files.begin(), files.end());
            for (const fs::path& file : files) {
                say(tr("{} attend d'être écrit\u00A0: suivez sa ligne «\u00A0{}\u00A0», puis supprimez-la",
                       file.lexically_relative(catalog_.root).string(), to_write_mark));
            }
        }
    }

    void solutions()
    {
        const fs::path folder = catalog_.solutions_of(exercise_);
        const std::set<std::string> known{exercise_.answer, "wrong", "right"};
        for (const std::string& name : names_or_none(folder)) {
            if (!known.contains(name)) {
                say(tr("solutions/{}/{} n'a rien à faire là ; il y faut {}, wrong/ et right/", exercise_.id, name,
                       exercise_.answer));
            }
        }
        const bool has_reference = fs::is_regular_file(folder / exercise_.answer);
        if (!has_reference) {
            say(tr("il manque la référence ; écrivez-la dans solutions/{}/{}", exercise_.id, exercise_.answer));
        } else if (!is_valid_utf8(text_or_none(folder / exercise_.answer))) {
            say(tr("{} n'est pas en UTF-8 ; enregistrez-le dans cet encodage",
                   "solutions/" + exercise_.id + "/" + exercise_.answer));
        }
        for (const char* kind : {"wrong", "right"}) {
            for (const std::string& name : names_or_none(folder / kind)) {
                only_an_answer(folder / kind / name, std::string(kind) + "/" + name);
            }
        }
        const std::vector<WrongAnswer> wrong = wrong_answers(catalog_, exercise_);
        if (wrong.size() < 3) {
            say(tr("il faut au moins trois mauvaises réponses dans solutions/{}/wrong ; il y en a {}", exercise_.id,
                   wrong.size()));
        }
        for (const WrongAnswer& answer : wrong) {
            if (fs::is_regular_file(answer.folder / exercise_.answer)) {
                announcement(answer);
                if (has_reference) {
                    difference(answer, text_or_none(folder / exercise_.answer));
                }
            }
        }
    }

    void only_an_answer(const fs::path& folder, const std::string& shown)
    {
        if (!fs::is_directory(folder)) {
            say(tr("solutions/{}/{} n'a rien à faire là ; il y faut un dossier par réponse", exercise_.id, shown));
            return;
        }
        if (names_in(folder) != std::vector<std::string>{exercise_.answer}) {
            say(tr("{} doit contenir {} et rien d'autre", shown, exercise_.answer));
        }
        if (!is_valid_utf8(text_or_none(folder / exercise_.answer))) {
            say(tr("{} n'est pas en UTF-8 ; enregistrez-le dans cet encodage", shown + "/" + exercise_.answer));
        }
    }

    void announcement(const WrongAnswer& answer)
    {
        if (answer.check.empty()) {
            say(tr("la première ligne de wrong/{}/{} doit être « // Échoue : NomDeLaVérification »", answer.name,
                   exercise_.answer));
        } else if (!declares(exercise_, answer.check)) {
            say(tr("wrong/{} annonce la vérification {}, que exercise.toml ne déclare pas ; corrigez l'un ou l'autre",
                   answer.name, answer.check));
        }
    }

    void difference(const WrongAnswer& answer, const std::string& reference)
    {
        const std::size_t places = places_that_differ(reference, text_or_none(answer.folder / exercise_.answer));
        if (places != 1) {
            say(tr(
                "wrong/{} diffère de la référence en {} endroits ; une mauvaise réponse montre une erreur, et une seule",
                answer.name, places));
        }
    }

    const Catalog& catalog_;
    const Exercise& exercise_;
    std::vector<std::string> problems_;
};

}  // namespace

std::vector<WrongAnswer> wrong_answers(const Catalog& catalog, const Exercise& exercise)
{
    std::vector<WrongAnswer> answers;
    const fs::path folder = catalog.solutions_of(exercise) / "wrong";
    for (const std::string& name : names_or_none(folder)) {
        if (!fs::is_directory(folder / name)) {
            continue;
        }
        const std::string source = text_or_none(folder / name / exercise.answer);
        const std::string first = source.substr(0, source.find_first_of("\r\n"));
        const bool announces = first.rfind(failing_mark, 0) == 0;
        answers.push_back({.name = name,
                           .folder = folder / name,
                           .check = announces ? first.substr(failing_mark.size()) : std::string()});
    }
    return answers;
}

std::vector<fs::path> variants(const Catalog& catalog, const Exercise& exercise)
{
    std::vector<fs::path> folders;
    const fs::path folder = catalog.solutions_of(exercise) / "right";
    for (const std::string& name : names_or_none(folder)) {
        if (fs::is_directory(folder / name)) {
            folders.push_back(folder / name);
        }
    }
    return folders;
}

std::vector<std::string> layout_problems(const Catalog& catalog, const Exercise& exercise)
{
    return Layout(catalog, exercise).problems();
}

std::vector<std::string> orphan_solutions(const Catalog& catalog)
{
    std::vector<std::string> problems;
    for (const std::string& name : names_or_none(catalog.root / "solutions")) {
        if (std::none_of(catalog.exercises.begin(), catalog.exercises.end(),
                         [&](const Exercise& e) { return e.id == name; })) {
            problems.push_back(
                tr("solutions/{} ne correspond à aucun exercice ; supprimez-le, ou donnez-lui le nom d'un exercice",
                   name));
        }
    }
    return problems;
}

}  // namespace atelier
