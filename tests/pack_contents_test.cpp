// SPDX-License-Identifier: MIT
// What students receive, of the miniature course and of the real one.
#include "pack/contents.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <regex>

#include "course_copy.hpp"
#include "error.hpp"
#include "show.hpp"

namespace atelier {
namespace {

using test::CourseCopy;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::ThrowsMessage;

const fs::path project = ATELIER_SOURCE_FOLDER;

PackContents packed(const CourseCopy& copy) { return pack_contents(load_catalog(copy.root()), project); }

std::vector<std::string> names_of(const PackContents& contents)
{
    std::vector<std::string> names;
    for (const PackedFile& file : contents.files) {
        names.push_back(file.name);
    }
    return names;
}

/// The real course, packed once.
const PackContents& course()
{
    static const PackContents contents = pack_contents(load_catalog(project), project);
    return contents;
}

// --- What goes, and what stays ------------------------------------------------------------------------------------

TEST(PackContents, AreTheToolsAndTheCourse)
{
    const std::vector<std::string> names = names_of(course());
    for (const char* name :
         {"atelier/atelier", "atelier/CMakeLists.txt", "atelier/README.md", "atelier/README.en.md", "atelier/LICENSE",
          "atelier/.gitignore", "atelier/.vscode/tasks.json", "atelier/grader/CMakeLists.txt",
          "atelier/grader/probe/sonde.cpp", "atelier/po/en.po", "atelier/lessons/glossaire.md",
          "atelier/donnees/bretagne/bretagne.sql", "atelier/orm/table.hpp", "atelier/exercises/01a-ouvrir/README.md",
          "atelier/exercises/01a-ouvrir/reponse.cpp", "atelier/exercises/01a-ouvrir/checks.cpp.gz"}) {
        EXPECT_THAT(names, Contains(name));
    }
    EXPECT_THAT(course().left_out, IsEmpty());
}

TEST(PackContents, HoldNothingThatIsForUs)
{
    const std::regex known("atelier/(atelier|CMakeLists\\.txt|CMakePresets\\.json|[A-Z]+(\\.en)?(\\.md)?|\\.gitignore|"
                           "\\.vscode/(tasks|extensions)\\.json|(cmake|donnees|exercises|grader|lessons|orm|po)/.*)");
    for (const std::string& name : names_of(course())) {
        EXPECT_TRUE(std::regex_match(name, known)) << name;
        EXPECT_EQ(name.find("/wrong/"), std::string::npos) << name;
        EXPECT_NE(fs::path(name).filename(), "checks.cpp") << name;
    }
}

TEST(PackContents, HoldChecksForCompilersAlone)
{
    const auto found = std::find_if(course().files.begin(), course().files.end(), [](const PackedFile& file) {
        return file.name == "atelier/exercises/05a-selectionner/checks.cpp.gz";
    });
    ASSERT_NE(found, course().files.end());
    EXPECT_THAT(found->bytes, Not(HasSubstr("SELECT")));
    EXPECT_EQ(found->bytes, gzip_of(read_file(project / "exercises" / "05a-selectionner" / "checks.cpp")));
}

TEST(PackContents, HaveEveryFileToWhichTheirTextsLead)
{
    const std::vector<std::string> names = names_of(course());
    const std::regex link(R"(\]\(([\w./-]+[./][\w./-]+)(?:#[^)]*)?\))");
    for (const PackedFile& file : course().files) {
        if (fs::path(file.name).extension() != ".md") {
            continue;
        }
        for (std::sregex_iterator it(file.bytes.begin(), file.bytes.end(), link), end; it != end; ++it) {
            const std::string target =
                (fs::path(file.name).parent_path() / (*it)[1].str()).lexically_normal().generic_string();
            const bool there = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
                return name == target || name.rfind(target + "/", 0) == 0;
            });
            EXPECT_TRUE(there) << file.name << " leads to " << target;
        }
    }
}

bool is_of_a_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// The words and the signs of a source, comments left out.
std::vector<std::string> words_of(const std::string& source)
{
    std::vector<std::string> words;
    for (std::size_t i = 0; i < source.size();) {
        if (source.compare(i, 2, "//") == 0) {
            i = std::min(source.find('\n', i), source.size());
        } else if (source.compare(i, 2, "/*") == 0) {
            i = std::min(source.find("*/", i), source.size() - 2) + 2;
        } else if (is_of_a_word(source[i])) {
            const auto end =
                std::find_if_not(source.begin() + static_cast<std::ptrdiff_t>(i), source.end(), is_of_a_word);
            words.emplace_back(source.begin() + static_cast<std::ptrdiff_t>(i), end);
            i += words.back().size();
        } else {
            if (source[i] > ' ') {
                words.emplace_back(1, source[i]);
            }
            ++i;
        }
    }
    return words;
}

/// Each run of twelve words, as a number.
std::set<std::size_t> runs_of(const std::string& source)
{
    constexpr std::size_t length = 12;
    const std::vector<std::string> words = words_of(source);
    std::set<std::size_t> runs;
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
        std::string run;
        for (std::size_t j = 0; j < length; ++j) {
            run += words[i + j] + ' ';
        }
        runs.insert(std::hash<std::string>()(run));
    }
    return runs;
}

TEST(PackContents, GiveAwayNoMoreOfOurAnswersThanTheCourseMeansTo)
{
    // Lessons show how; what an exercise asked for is given to those that follow (orm/, starters, programs, fixtures); a
    // hint may be half of an answer. Nothing else may hold that much of one.
    const std::set<std::string> meant{
        "atelier/orm/conversion.hpp 11b",
        "atelier/orm/ligne.hpp 11c",
        "atelier/orm/creation.hpp 11d",
        "atelier/orm/requete.hpp 12b",
        "atelier/orm/session.hpp 12c",
        "atelier/orm/session.hpp 12d",
        "atelier/orm/ecriture.hpp 12d",
        "atelier/orm/session.hpp 12e",
        "atelier/orm/association.hpp 13a",
        "atelier/orm/association.hpp 13b",
        "atelier/exercises/06a-inscrire-famille/fixture.sql 07a",  // the schema that 07a asks for, in another story
        "atelier/exercises/12c-un-seul-objet/reponse.hpp 12e",  // the three share a class; only its last part is asked for
        "atelier/exercises/12d-modifier/reponse.hpp 12e"};
    const Catalog catalog = load_catalog(project);
    std::map<std::string, std::set<std::size_t>> of_files;
    for (const PackedFile& file : course().files) {
        const std::string kind = fs::path(file.name).extension();
        if (kind == ".cpp" || kind == ".hpp" || kind == ".sql") {
            of_files[file.name] = runs_of(file.bytes);
        }
    }
    std::set<std::string> found;
    for (const Exercise& exercise : catalog.exercises) {
        const std::set<std::size_t> starter = runs_of(read_file(exercise.folder / exercise.answer));
        const std::set<std::size_t> answer = runs_of(read_file(catalog.solutions_of(exercise) / exercise.answer));
        std::set<std::size_t> own;
        std::set_difference(answer.begin(), answer.end(), starter.begin(), starter.end(),
                            std::inserter(own, own.end()));
        for (const auto& [name, runs] : of_files) {
            const auto shared =
                std::count_if(own.begin(), own.end(), [&words = runs](const auto& run) { return words.contains(run); });
            const bool later = name.rfind("atelier/exercises/", 0) == 0 && name.substr(18) > exercise.id;
            if (!later && shared * 10 > static_cast<std::ptrdiff_t>(own.size()) * 4) {
                found.insert(name + " " + exercise.short_id());
            }
        }
    }
    EXPECT_EQ(found, meant);
}

// --- A teacher's own course -----------------------------------------------------------------------------------------

/// Has the exercise hand out one header more.
void give(const CourseCopy& copy, const std::string& header)
{
    const fs::path file = copy.exercise() / "exercise.toml";
    write_file(file, "given = [\"" + header + "\"]\n" + read_file(file));
}

TEST(PackContents, TakeExercisesThatNobodyHasDeclaredAnywhere)
{
    const CourseCopy copy;
    fs::copy(copy.exercise(), copy.root() / "exercises" / "02z-la-mienne", fs::copy_options::recursive);
    EXPECT_THAT(names_of(packed(copy)), Contains("atelier/exercises/02z-la-mienne/reponse.cpp"));
}

TEST(PackContents, LeaveNotesAtHomeAndSaySo)
{
    const CourseCopy copy;
    for (const char* name : {"corrige.cpp", "notes.txt", "corrige.md", ".cache", "reponse.cpp~", "reponse.cpp.orig"}) {
        CourseCopy::write(copy.exercise() / name, "secret");
    }
    CourseCopy::write(copy.root() / "lessons" / "01-carnet" / "corrige.docx", "secret");
    CourseCopy::write(copy.root() / "notes.csv", "secret");
    CourseCopy::write(copy.root() / "exercises" / "notes.txt", "secret");
    const PackContents contents = packed(copy);
    EXPECT_THAT(contents.left_out, ElementsAre("exercises/01a-noter/corrige.cpp", "exercises/01a-noter/corrige.md",
                                               "exercises/01a-noter/notes.txt", "lessons/01-carnet/corrige.docx"));
    for (const PackedFile& file : contents.files) {
        EXPECT_NE(file.bytes, "secret") << file.name;
    }
}

TEST(PackContents, TakeWhatAnExerciseNeedsFromAnywhereInTheCourse)
{
    const CourseCopy copy;
    CourseCopy::write(copy.root() / "mes-donnees" / "plus.sql", "SELECT 1;\n");
    CourseCopy::write(copy.root() / "commun" / "outils.hpp", "#pragma once\n");
    give(copy, "../../commun/outils.hpp");
    const std::string fixture = read_file(copy.exercise() / "fixture.sql");
    CourseCopy::write(copy.exercise() / "fixture.sql", ".read ../../mes-donnees/plus.sql\n" + fixture);
    EXPECT_THAT(names_of(packed(copy)),
                testing::IsSupersetOf({"atelier/mes-donnees/plus.sql", "atelier/commun/outils.hpp"}));
}

TEST(PackContents, RefuseWhatMustNotLeave)
{
    const auto refusal = [](const std::function<void(const CourseCopy&)>& spoil) {
        const CourseCopy copy;
        spoil(copy);
        try {
            (void)packed(copy);
            return std::string("nothing");
        } catch (const Error& error) {
            return std::string(error.what());
        }
    };
    EXPECT_THAT(refusal([](const CourseCopy& copy) {
                    fs::copy_file(copy.solutions() / "reponse.cpp", copy.exercise() / "reponse.cpp",
                                  fs::copy_options::overwrite_existing);
                }),
                HasSubstr("exercises/01a-noter/reponse.cpp n'a plus la marque"));
    EXPECT_THAT(refusal([](const CourseCopy& copy) {
                    fs::copy_file(copy.solutions() / "reponse.cpp",
                                  copy.root() / "lessons" / "01-carnet" / "modele.md");
                }),
                HasSubstr("lessons/01-carnet/modele.md est la copie de solutions/01a-noter/reponse.cpp"));
    EXPECT_THAT(refusal([](const CourseCopy& copy) {
                    fs::create_symlink("/etc/passwd", copy.root() / "lessons" / "01-carnet" / "figure.svg");
                }),
                HasSubstr("lessons/01-carnet/figure.svg est un lien"));
    EXPECT_THAT(refusal([](const CourseCopy& copy) {
                    CourseCopy::write(copy.solutions() / "outils.hpp", "#pragma once\n");
                    give(copy, "../../solutions/01a-noter/outils.hpp");
                }),
                HasSubstr("a besoin de solutions/01a-noter/outils.hpp"));
}

TEST(PackContents, AreMadeFromTheWholeProjectOnly)
{
    const CourseCopy copy;
    EXPECT_THAT([&] { (void)pack_contents(load_catalog(copy.root()), copy.root()); },
                ThrowsMessage<Error>(HasSubstr("docs/pack/")));
}

// --- The same bytes everywhere --------------------------------------------------------------------------------------

TEST(PackContents, AreTheSameWhateverTheDiskSaysOfThem)
{
    const CourseCopy one;
    const CourseCopy other;
    const auto age = [](const fs::path& root) {
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
            fs::last_write_time(entry.path(), fs::file_time_type(std::chrono::hours(1)));
            fs::permissions(entry.path(), entry.is_directory() ? fs::perms(0700) : fs::perms(0600));
        }
    };
    age(other.root());
    for (const ArchiveFormat format : {ArchiveFormat::zip, ArchiveFormat::tar_gz}) {
        EXPECT_EQ(archive_of(packed(one).files, format), archive_of(packed(other).files, format));
    }
}

}  // namespace
}  // namespace atelier
