// SPDX-License-Identifier: MIT
#include "reports/submission_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

#include "error.hpp"
#include "files.hpp"

namespace atelier {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

TEST(FileNames, AreThoseOfStudentsAsFarAsTheyAreSafe)
{
    FileNames names;
    EXPECT_EQ(names.name_for("alice"), "alice");
    EXPECT_EQ(names.name_for("Zoé Été-Martin"), "Zoé Été-Martin");
    EXPECT_THAT(names.name_for("Zoé d'Été"), StartsWith("Zoé d_Été-"));
    EXPECT_THAT(names.name_for("../../etc/passwd"), StartsWith("_._.._etc_passwd-"));
    EXPECT_THAT(names.name_for("-rf"), StartsWith("_rf-"));
    EXPECT_THAT(names.name_for(""), StartsWith("_-"));
    EXPECT_THAT(names.name_for(".."), StartsWith("__-"));
    EXPECT_LE(names.name_for(std::string(4000, 'x')).size(), 100U);
    EXPECT_EQ(names.name_for("a\nb\x1B").find('\n'), std::string::npos);
}

TEST(FileNames, AreNeverTheSameTwice)
{
    FileNames names;
    EXPECT_EQ(names.name_for("alice"), "alice");
    EXPECT_THAT(names.name_for("Alice"), StartsWith("Alice-"));
    const std::string second = names.name_for("alice");
    EXPECT_THAT(second, StartsWith("alice-"));
    EXPECT_NE(names.name_for("alice"), second);
    EXPECT_NE(names.name_for("a/b"), names.name_for("a:b"));
}

class SubmissionFiles : public testing::Test {
protected:
    void write(const std::vector<std::string>& names)
    {
        write_submission_files(place_, {.well_known = "results.json", .ending = ".json"}, "rien",
                               [&](const AddFile& add) {
                                   for (const std::string& name : names) {
                                       add(name, name);
                                   }
                               });
    }
    TemporaryFolder folder_;
    fs::path place_ = folder_.path() / "sortie" / "gradescope";
};

TEST_F(SubmissionFiles, HaveTheWellKnownNameTooWhenThereIsOne)
{
    write({"alice"});
    EXPECT_THAT(names_in(place_), ElementsAre("alice.json", "results.json"));
    EXPECT_EQ(read_file(place_ / "results.json"), "alice");
}

TEST_F(SubmissionFiles, AreThereForNobodyToo)
{
    write({});
    EXPECT_EQ(read_file(place_ / "results.json"), "rien");
}

TEST_F(SubmissionFiles, TakeThePlaceOfThoseOfTheRunBefore)
{
    write({"alice"});
    write({"bruno", "chloe/01a"});
    EXPECT_THAT(names_in(place_), ElementsAre("bruno.json", "chloe"));
    EXPECT_THAT(names_in(place_.parent_path()), ElementsAre("gradescope"));
}

TEST_F(SubmissionFiles, NeverTakeThePlaceOfAnythingElse)
{
    make_folder(place_ / "alice");
    write_file(place_ / "alice" / "roman.txt", "Il était une fois");
    EXPECT_THROW(write({"alice"}), Error);
    EXPECT_EQ(read_file(place_ / "alice" / "roman.txt"), "Il était une fois");
    remove_tree(place_);
    fs::create_symlink(folder_.path(), place_);
    EXPECT_THROW(write({"alice"}), Error);
}

TEST_F(SubmissionFiles, StayAsTheyWereWhenTheNewOnesCannotBeMade)
{
    write({"alice"});
    EXPECT_THROW(write_submission_files(place_, {.well_known = "results.json", .ending = ".json"}, "",
                                        [](const AddFile& add) {
                                            add("bruno", "");
                                            throw std::runtime_error("plein");
                                        }),
                 std::runtime_error);
    EXPECT_THAT(names_in(place_), ElementsAre("alice.json", "results.json"));
    EXPECT_THAT(names_in(place_.parent_path()), ElementsAre("gradescope"));
}

}  // namespace
}  // namespace atelier
