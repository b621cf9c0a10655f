// SPDX-License-Identifier: MIT
// The module catalog: which exercises and lessons there are, and what people may call them. (catalog_test.cpp grades the
// miniature course.)
#include "catalog.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "error.hpp"
#include "files.hpp"

namespace atelier {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string sentence_of(const std::function<void()>& action)
{
    try {
        action();
    } catch (const UsageError& error) {
        return error.what();
    }
    return "no UsageError";
}

/// A course made on the spot; its exercises are of no interest but for their names.
class ACourse : public testing::Test {
protected:
    void add_exercise(const std::string& id) const
    {
        const fs::path folder = root() / "exercises" / id;
        make_folder(folder);
        write_file(folder / "reponse.cpp", "");
        write_file(folder / "exercise.toml",
                   "title = \"T\"\nlevel = 1\n[[check]]\nname = \"Un\"\npoints = 1\ntitle = \"U\"\ntask = 1\n");
    }
    [[nodiscard]] const fs::path& root() const { return folder_.path(); }
    [[nodiscard]] Catalog course() const
    {
        for (const char* id :
             {"00-premier-pas", "01a-ouvrir", "01b-fermer", "02a-creer", "02a-creer-encore", "brouillon"}) {
            add_exercise(id);
        }
        for (const char* id : {"01-se-connecter", "02-creer"}) {
            make_folder(root() / "lessons" / id);
        }
        return load_catalog(root());
    }

private:
    TemporaryFolder folder_;
};

TEST_F(ACourse, IsFoundByLookingAtItsFolders)
{
    make_folder(root() / "exercises" / ".hidden");
    write_file(root() / "exercises" / "README.md", "");
    const Catalog catalog = course();
    std::vector<std::string> ids;
    for (const Exercise& exercise : catalog.exercises) {
        ids.push_back(exercise.id);
    }
    EXPECT_THAT(
        ids, ElementsAre("00-premier-pas", "01a-ouvrir", "01b-fermer", "02a-creer", "02a-creer-encore", "brouillon"));
    ASSERT_EQ(catalog.lessons.size(), 2U);
    EXPECT_EQ(catalog.lessons[0].id, "01-se-connecter");
    EXPECT_EQ(catalog.lessons[0].text, root() / "lessons" / "01-se-connecter" / "README.md");
    EXPECT_EQ(catalog.solutions_of(catalog.exercises[1]), root() / "solutions" / "01a-ouvrir");
}

TEST_F(ACourse, NeedsNoLessons)
{
    add_exercise("01a-ouvrir");
    EXPECT_THAT(load_catalog(root()).lessons, IsEmpty());
}

TEST_F(ACourse, NeedsItsExercisesWhole)
{
    EXPECT_THROW((void)load_catalog(root()), Error);
    add_exercise("01a-ouvrir");
    write_file(root() / "exercises" / "01a-ouvrir" / "exercise.toml", "title = ");
    EXPECT_THROW((void)load_catalog(root()), Error);
}

TEST_F(ACourse, NamesAnExerciseByAnyUnambiguousBeginning)
{
    const Catalog catalog = course();
    EXPECT_EQ(catalog.exercise("01a").id, "01a-ouvrir");
    EXPECT_EQ(catalog.exercise("01a-ouvrir").id, "01a-ouvrir");
    EXPECT_EQ(catalog.exercise("01b-f").id, "01b-fermer");
    EXPECT_EQ(catalog.exercise("00").id, "00-premier-pas");
    EXPECT_EQ(catalog.exercise("b").id, "brouillon");
    EXPECT_EQ(catalog.exercise("02a-creer").id, "02a-creer");
    EXPECT_EQ(catalog.exercise("02a-creer-").id, "02a-creer-encore");
}

TEST_F(ACourse, AnAmbiguousBeginningListsWhatItMayMean)
{
    const Catalog catalog = course();
    EXPECT_THAT(sentence_of([&] { (void)catalog.exercise("01"); }), HasSubstr("01a-ouvrir, 01b-fermer"));
}

TEST_F(ACourse, AnUnknownExerciseSuggestsTheNearest)
{
    const Catalog catalog = course();
    EXPECT_THAT(sentence_of([&] { (void)catalog.exercise("01c"); }),
                AllOf(HasSubstr("01c"), HasSubstr("01a"), HasSubstr("atelier list")));
    EXPECT_THAT(sentence_of([&] { (void)catalog.exercise("01a-ouvir"); }), HasSubstr("01a-ouvrir"));
    EXPECT_THROW((void)catalog.exercise(""), UsageError);
}

TEST_F(ACourse, APrefixNamesAllThatItBegins)
{
    const Catalog catalog = course();
    const auto ids = [&](const char* prefix) {
        std::vector<std::string> result;
        for (const Exercise* exercise : catalog.exercises_of(prefix)) {
            result.push_back(exercise->id);
        }
        return result;
    };
    EXPECT_THAT(ids("01"), ElementsAre("01a-ouvrir", "01b-fermer"));
    EXPECT_THAT(ids("01b"), ElementsAre("01b-fermer"));
    EXPECT_THROW((void)ids("07"), UsageError);
}

TEST_F(ACourse, NamesALessonByItsNumberOrItsBeginning)
{
    const Catalog catalog = course();
    for (const char* id : {"1", "01", "01-se", "01-se-connecter"}) {
        EXPECT_EQ(catalog.lesson(id).id, "01-se-connecter") << id;
    }
    EXPECT_THAT(sentence_of([&] { (void)catalog.lesson("3"); }), AllOf(HasSubstr("3"), HasSubstr("01")));
    EXPECT_THAT(sentence_of([&] { (void)catalog.lesson("02-crée"); }), HasSubstr("02-creer"));
    EXPECT_THROW((void)catalog.lesson(""), UsageError);
}

TEST_F(ACourse, KnowsTheLessonThatTeachesAnExercise)
{
    const Catalog catalog = course();
    ASSERT_NE(catalog.lesson_of(catalog.exercise("01b")), nullptr);
    EXPECT_EQ(catalog.lesson_of(catalog.exercise("01b"))->id, "01-se-connecter");
    EXPECT_EQ(catalog.lesson_of(catalog.exercise("00")), nullptr);
    EXPECT_EQ(catalog.lesson_of(catalog.exercise("brouillon")), nullptr);
}

TEST_F(ACourse, EmptyOfExercisesHasNothingToSuggest)
{
    make_folder(root() / "exercises");
    const Catalog catalog = load_catalog(root());
    EXPECT_THROW((void)catalog.exercise("01a"), UsageError);
    EXPECT_THROW((void)catalog.lesson("1"), UsageError);
}

TEST(TheMiniatureCourse, Loads)
{
    const Catalog catalog = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    EXPECT_EQ(catalog.exercise("01a").answer, "reponse.cpp");
    EXPECT_EQ(catalog.exercise("01b").answer, "reponse.hpp");
}

TEST(TheCourse, Loads) { EXPECT_FALSE(load_catalog(ATELIER_SOURCE_FOLDER).exercises.empty()); }

}  // namespace
}  // namespace atelier
