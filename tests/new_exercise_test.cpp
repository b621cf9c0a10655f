// SPDX-License-Identifier: MIT
#include "new_exercise.hpp"

#include <gmock/gmock.h>

#include "course_copy.hpp"
#include "error.hpp"
#include "layout.hpp"

namespace atelier {
namespace {

using test::CourseCopy;
using testing::HasSubstr;
using testing::Not;

const fs::path model = ATELIER_SOURCE_FOLDER;

TEST(NewExercise, IsTheGentlestOneUnderItsOwnName)
{
    const CourseCopy copy;
    make_exercise(load_catalog(copy.root()), model, "04e-trier-les-noms");
    const Catalog catalog = load_catalog(copy.root());
    const Exercise& made = catalog.exercise("04e");
    EXPECT_EQ(made.title, "Trier les noms");
    const std::string statement = read_file(made.folder / "README.md");
    EXPECT_THAT(statement, HasSubstr("# Trier les noms\n"));
    EXPECT_THAT(statement, HasSubstr("./atelier check 04e"));
    EXPECT_THAT(statement, HasSubstr("travail/04e-trier-les-noms/"));
    EXPECT_THAT(statement, Not(HasSubstr("premier-pas")));
    EXPECT_THAT(read_file(made.folder / "checks.cpp"), HasSubstr("TEST_F(TrierLesNoms, SalueChacun)"));
}

TEST(NewExercise, LacksOnlyWhatItsMarksAskFor)
{
    const CourseCopy copy;
    make_exercise(load_catalog(copy.root()), model, "04e-trier");
    const Catalog catalog = load_catalog(copy.root());
    const std::vector<std::string> problems = layout_problems(catalog, catalog.exercise("04e"));
    EXPECT_THAT(problems, testing::Each(HasSubstr("attend d'être écrit")));
    for (const char* file : {"README.md", "indices.md", "fourni.hpp", "programme.cpp", "checks.cpp", "fixture.sql",
                             "exercise.toml", "reponse.cpp"}) {
        EXPECT_THAT(problems, testing::Contains(HasSubstr("exercises/04e-trier/" + std::string(file) + " attend")));
    }
    EXPECT_THAT(problems, testing::Contains(HasSubstr("solutions/04e-trier/wrong/")));
}

TEST(NewExercise, RefusesNamesThatAreTakenOrIllFormed)
{
    const CourseCopy copy;
    const Catalog catalog = load_catalog(copy.root());
    for (const char* id : {"", "04e", "04e-", "4e-trier", "04E-trier", "04e-Trier", "04e-trié", "04e--trier",
                           "04e-../x", "04e-trier/", "01a-autre"}) {
        EXPECT_THROW(make_exercise(catalog, model, id), UsageError) << id;
    }
    fs::create_directory(copy.root() / "solutions" / "04e-trier");
    EXPECT_THROW(make_exercise(catalog, model, "04e-trier"), UsageError);
    EXPECT_THAT(names_in(copy.root() / "exercises"), testing::ElementsAre("01a-noter"));
}

}  // namespace
}  // namespace atelier
