// SPDX-License-Identifier: MIT
#include "work.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "error.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using test::Variable;
using testing::ElementsAre;

/// The miniature course, and a work folder that is not made yet.
class Work : public testing::Test {
protected:
    [[nodiscard]] fs::path work() const { return folder_.path() / "mon travail"; }
    [[nodiscard]] const Exercise& exercise(const char* id) const { return catalog_.exercise(id); }

    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    TemporaryFolder folder_;
    Variable named_{"ATELIER_TRAVAIL", work().string()};
};

TEST_F(Work, IsBesideTheCourseUnlessToldOtherwise)
{
    EXPECT_EQ(work_folder(catalog_), work());
    const Variable empty("ATELIER_TRAVAIL", "");
    EXPECT_EQ(work_folder(catalog_), catalog_.root / "travail");
    const Variable unset("ATELIER_TRAVAIL", std::nullopt);
    EXPECT_EQ(work_folder(catalog_), catalog_.root / "travail");
    const Variable relative("ATELIER_TRAVAIL", "ici");
    EXPECT_EQ(work_folder(catalog_), fs::current_path() / "ici");
}

TEST_F(Work, IsNotMadeByAsking)
{
    EXPECT_FALSE(has_begun(catalog_, exercise("01a")));
    EXPECT_FALSE(fs::exists(work()));
}

TEST_F(Work, BeginsWithTheStarterAndWhatItIncludes)
{
    const fs::path begun = begin_exercise(catalog_, exercise("01a"));
    EXPECT_EQ(begun, work() / "01a-noter");
    EXPECT_TRUE(has_begun(catalog_, exercise("01a")));
    EXPECT_THAT(names_in(begun), ElementsAre("fourni.hpp", "reponse.cpp"));
    EXPECT_EQ(read_file(begun / "reponse.cpp"), read_file(exercise("01a").folder / "reponse.cpp"));
    EXPECT_FALSE(has_begun(catalog_, exercise("01b")));
    EXPECT_THAT(names_in(begin_exercise(catalog_, exercise("01b"))), ElementsAre("fourni.hpp", "reponse.hpp"));
}

TEST_F(Work, IsNeverTouchedOnceBegun)
{
    const fs::path begun = begin_exercise(catalog_, exercise("01a"));
    write_file(begun / "reponse.cpp", "mine");
    fs::remove(begun / "fourni.hpp");
    EXPECT_EQ(begin_exercise(catalog_, exercise("01a")), begun);
    EXPECT_EQ(read_file(begun / "reponse.cpp"), "mine");
    EXPECT_FALSE(fs::exists(begun / "fourni.hpp"));
}

TEST_F(Work, BeginsAgainWhereItWasInterrupted)
{
    make_folder(work() / "01a-noter");
    write_file(work() / "01a-noter" / "fourni.hpp", "// annotated by the student");
    (void)begin_exercise(catalog_, exercise("01a"));
    EXPECT_EQ(read_file(work() / "01a-noter" / "fourni.hpp"), "// annotated by the student");
    EXPECT_TRUE(has_begun(catalog_, exercise("01a")));
}

TEST_F(Work, ALinkThatLeadsNowhereIsStillTheStudents)
{
    make_folder(work() / "01a-noter");
    fs::create_symlink("/nowhere", work() / "01a-noter" / "reponse.cpp");
    EXPECT_TRUE(has_begun(catalog_, exercise("01a")));
    (void)begin_exercise(catalog_, exercise("01a"));
    EXPECT_TRUE(fs::is_symlink(work() / "01a-noter" / "reponse.cpp"));
}

TEST_F(Work, ThatCannotBeMadeIsAnError)
{
    write_file(work(), "a file");
    EXPECT_THROW((void)begin_exercise(catalog_, exercise("01a")), Error);
}

// 2026-11-24 at 23:52:50 where the tests say what time it is.
constexpr std::time_t then = 1795564370;

TEST_F(Work, ComesBackToItsStarterAndKeepsWhatWasWritten)
{
    const Variable here("TZ", "UTC");
    const fs::path begun = begin_exercise(catalog_, exercise("01a"));
    write_file(begun / "reponse.cpp", "mine");
    EXPECT_THAT(reset_exercise(catalog_, exercise("01a"), then), ElementsAre(begun / "reponse.2026-11-24-235250.cpp"));
    EXPECT_EQ(read_file(begun / "reponse.2026-11-24-235250.cpp"), "mine");
    EXPECT_EQ(read_file(begun / "reponse.cpp"), read_file(exercise("01a").folder / "reponse.cpp"));

    write_file(begun / "reponse.cpp", "mine again, within the second");
    write_file(begun / "fourni.hpp", "annotated");
    EXPECT_THAT(reset_exercise(catalog_, exercise("01a"), then),
                ElementsAre(begun / "fourni.2026-11-24-235250.hpp", begun / "reponse.2026-11-24-235250-2.cpp"));
    EXPECT_EQ(read_file(begun / "reponse.2026-11-24-235250.cpp"), "mine");
    EXPECT_EQ(read_file(begun / "fourni.hpp"), read_file(exercise("01a").folder / "fourni.hpp"));
}

TEST_F(Work, AResetOfWhatIsAsShippedKeepsNothing)
{
    const fs::path begun = begin_exercise(catalog_, exercise("01a"));
    EXPECT_THAT(reset_exercise(catalog_, exercise("01a"), then), testing::IsEmpty());
    EXPECT_THAT(names_in(begun), ElementsAre("fourni.hpp", "reponse.cpp"));
    EXPECT_THAT(reset_exercise(catalog_, exercise("01b"), then), testing::IsEmpty()) << "it begins";
    EXPECT_TRUE(has_begun(catalog_, exercise("01b")));
}

TEST_F(Work, AResetKeepsWhateverStandsThere)
{
    const Variable here("TZ", "UTC");
    const fs::path begun = begin_exercise(catalog_, exercise("01a"));
    fs::remove(begun / "reponse.cpp");
    fs::create_symlink("/nowhere", begun / "reponse.cpp");
    EXPECT_THAT(reset_exercise(catalog_, exercise("01a"), then), ElementsAre(begun / "reponse.2026-11-24-235250.cpp"));
    EXPECT_TRUE(fs::is_symlink(begun / "reponse.2026-11-24-235250.cpp"));
    EXPECT_TRUE(fs::is_regular_file(fs::symlink_status(begun / "reponse.cpp")));
}

TEST_F(Work, PathsAreShownAsOneWouldTypeThem)
{
    const fs::path before = fs::current_path();
    fs::current_path(folder_.path());
    const fs::path here = fs::current_path();
    EXPECT_EQ(as_typed(here / "mon travail" / "x"), "mon travail/x");
    EXPECT_EQ(as_typed(here), ".");
    EXPECT_EQ(as_typed(here.parent_path() / "autre"), (here.parent_path() / "autre").string());
    fs::current_path(before);
}

}  // namespace
}  // namespace atelier
