// SPDX-License-Identifier: MIT
#include "submissions.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "error.hpp"
#include "files.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using testing::ElementsAre;

/// A class on the miniature course.
class AClass : public testing::Test {
protected:
    [[nodiscard]] fs::path at(const std::string& name) const { return folder_.path() / name; }
    void hand_in(const std::string& student, const std::string& exercise, const std::string& source) const
    {
        make_folder(at(student) / exercise);
        write_file(at(student) / exercise / "reponse.cpp", source);
    }
    [[nodiscard]] std::vector<std::string> students() const
    {
        std::vector<std::string> names;
        for (const Submission& submission : find_submissions(folder_.path())) {
            names.push_back(submission.student);
        }
        return names;
    }
    [[nodiscard]] std::vector<std::string> answered() const
    {
        std::vector<std::string> ids;
        for (const Exercise* exercise : answered_exercises(catalog_, find_submissions(folder_.path()))) {
            ids.push_back(exercise->id);
        }
        return ids;
    }
    Catalog catalog_ = load_catalog(fs::path(ATELIER_SOURCE_FOLDER) / "tests" / "catalog");
    TemporaryFolder folder_;
};

TEST_F(AClass, IsTheFoldersByNameAndNothingElse)
{
    for (const char* name : {"zoé", "alice", ".git", "Bob"}) {
        make_folder(at(name));
    }
    write_file(at("liste.csv"), "");
    fs::create_directory_symlink(at("alice"), at("copie"));
    EXPECT_THAT(students(), ElementsAre("Bob", "alice", "zoé"));
}

TEST_F(AClass, WithoutSubmissionsIsAnError)
{
    EXPECT_THROW((void)find_submissions(folder_.path()), Error);
    EXPECT_THROW((void)find_submissions(at("absent")), Error);
}

TEST_F(AClass, IsGradedOnWhatSomebodyAnswers)
{
    make_folder(at("alice"));
    EXPECT_THROW((void)answered(), Error);
    hand_in("bob", "01b-doubler", "");
    EXPECT_THAT(answered(), ElementsAre("01b-doubler"));
    hand_in("alice", "01a", "");  // by its short id
    EXPECT_THAT(answered(), ElementsAre("01a-noter", "01b-doubler"));
}

TEST_F(AClass, AStudentsNameMayBeNoText)
{
    make_folder(at("caf\xE9"));
    make_folder(at("caf\xE8"));
    const std::vector<std::string> names = students();
    ASSERT_EQ(names.size(), 2U);
    EXPECT_TRUE(is_valid_utf8(names[0]) && is_valid_utf8(names[1]));
    EXPECT_NE(names[0], names[1]);
}

}  // namespace
}  // namespace atelier
