// SPDX-License-Identifier: MIT
#include "import/exercise_places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archives.hpp"
#include "files.hpp"

namespace atelier {
namespace {

using test::Format;
using test::packed;
using testing::ElementsAre;
using testing::IsEmpty;

/// What one student sent, for the miniature course.
class ASubmission : public testing::Test {
protected:
    void put(const std::string& name, const std::string& bytes = "int x;") const
    {
        make_folder((at() / name).parent_path());
        write_file(at() / name, bytes);
    }
    [[nodiscard]] fs::path at() const { return folder_.path() / "copie"; }

    void look(const char* only = nullptr)
    {
        make_folder(at());
        Workspace workspace(folder_.path() / "work");
        const ExerciseNames names(catalog_, only == nullptr ? nullptr : &catalog_.exercise(only));
        const ExercisePlaces places = find_places(names, {{at(), "alice", false}}, workspace, most_folders_);
        answers_.clear();
        for (const auto& [id, path] : places.answers) {
            answers_.push_back(id + " " + path.lexically_relative(folder_.path()).string());
        }
        refused_.clear();
        for (const Refusal& refusal : places.refused) {
            refused_.push_back(refusal.where + " : " + refusal.reason);
        }
    }

    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    TemporaryFolder folder_;
    std::size_t most_folders_ = 2'000;
    std::vector<std::string> answers_;
    std::vector<std::string> refused_;
};

TEST_F(ASubmission, HasItsExercisesAtTheTop)
{
    put("01a-noter/reponse.cpp");
    put("01b/reponse.hpp");
    put("02z-inconnu/reponse.cpp");
    put("notes.txt");
    look();
    EXPECT_THAT(answers_, ElementsAre("01a-noter copie/01a-noter", "01b-doubler copie/01b"));
    EXPECT_THAT(refused_,
                ElementsAre("alice/02z-inconnu/reponse.cpp : rien ne dit à quel exercice il répond\u00A0; il faut un "
                            "dossier du nom de l'exercice"));
}

TEST_F(ASubmission, HasThemDeeper)
{
    put("Mon devoir/travail/01a/reponse.cpp");
    look();
    EXPECT_THAT(answers_, ElementsAre("01a-noter copie/Mon devoir/travail/01a"));
    EXPECT_THAT(refused_, IsEmpty());
}

TEST_F(ASubmission, OfAWholeCourseIsItsTravail)
{
    put("cours/exercises/01a-noter/reponse.cpp");
    put("cours/solutions/01a-noter/reponse.cpp");
    put("cours/travail/01a-noter/reponse.cpp");
    put("cours/.git/01b/reponse.cpp");
    look();
    EXPECT_THAT(answers_, ElementsAre("01a-noter copie/cours/travail/01a-noter"));
    EXPECT_THAT(refused_, IsEmpty());
}

TEST_F(ASubmission, TheShallowerOfTwoPlacesCounts)
{
    put("01a/reponse.cpp");
    put("vieux/01a-noter/reponse.cpp");
    look();
    EXPECT_THAT(answers_, ElementsAre("01a-noter copie/01a"));
    EXPECT_THAT(refused_, ElementsAre("alice/vieux/01a-noter : alice/01a répond déjà au même exercice, plus haut"));
}

TEST_F(ASubmission, TwoPlacesAtTheSameDepthAreBothRefused)
{
    put("v1/01a/reponse.cpp");
    put("v2\x1B/01a/reponse.cpp");
    put("01b/reponse.hpp");
    look();
    EXPECT_THAT(answers_, ElementsAre("01b-doubler copie/01b"));
    EXPECT_THAT(refused_,
                ElementsAre("alice/v2␛/01a : alice/v1/01a répond au même exercice\u00A0: gardez-en un seul, aucun des "
                            "deux n'est corrigé"));
}

TEST_F(ASubmission, AFolderWithoutAnAnswerGivesWay)
{
    put("01a-noter/01a-noter/reponse.cpp");  // as opened from a zip
    put("01b-doubler/README.md");
    look();
    EXPECT_THAT(answers_, ElementsAre("01a-noter copie/01a-noter/01a-noter", "01b-doubler copie/01b-doubler"));
    EXPECT_THAT(refused_, IsEmpty());
}

TEST_F(ASubmission, LinksAreNotFollowed)
{
    put("ailleurs/reponse.cpp");
    fs::create_directory_symlink(at() / "ailleurs", at() / "01a");
    fs::create_directory_symlink("/", at() / "racine");
    look();
    EXPECT_THAT(answers_, IsEmpty());
    EXPECT_EQ(refused_.at(0), "alice/01a : c'est un lien");
}

TEST_F(ASubmission, ALoneFileAnswersTheOneExerciseOfAnAssignment)
{
    put("Mon devoir/reponse.hpp");
    look("01b");
    EXPECT_THAT(answers_, ElementsAre("01b-doubler copie/Mon devoir/reponse.hpp"));
    EXPECT_THAT(refused_, IsEmpty());
    look();
    EXPECT_THAT(answers_, IsEmpty());
    EXPECT_EQ(refused_.size(), 1U);
}

TEST_F(ASubmission, AnArchiveIsAFolder)
{
    put("devoir.zip",
        packed(Format::zip, {{"01a/reponse.cpp", "a"}, {"../01b/reponse.cpp", "b"}, {"x/encore.zip", "PK"}}));
    look();
    EXPECT_THAT(answers_, ElementsAre("01a-noter work/1/01a"));
    EXPECT_THAT(
        refused_,
        ElementsAre(
            "alice/devoir.zip/../01b/reponse.cpp : son chemin sort de l'archive (..)",
            "alice/devoir.zip/x/encore.zip : c'est une archive dans une archive qui est elle-même dans une archive"));
}

TEST_F(ASubmission, IsLookedIntoOnlySoFar)
{
    put("a/b/c/d/e/f/01a/reponse.cpp");
    put("a/b/c/d/e/f/g/h/01b/reponse.hpp");
    look();
    EXPECT_THAT(answers_, ElementsAre("01a-noter copie/a/b/c/d/e/f/01a"));
    EXPECT_THAT(refused_, ElementsAre("alice/a/b/c/d/e/f/g : ce dossier est trop profond pour qu'on y cherche"));
    most_folders_ = 2;
    look();
    EXPECT_THAT(refused_, ElementsAre("alice/a/b : cette copie a trop de dossiers\u00A0; la suite n'est pas regardée"));
}

TEST_F(ASubmission, AnAnswerOfAnotherNameIsReadAnswersBusiness)
{
    put("01b-doubler/reponse.cpp");
    look();
    EXPECT_THAT(answers_, ElementsAre("01b-doubler copie/01b-doubler"));
    EXPECT_THAT(refused_, IsEmpty());
}

}  // namespace
}  // namespace atelier
