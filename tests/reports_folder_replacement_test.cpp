// SPDX-License-Identifier: MIT
#include "reports/folder_replacement.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "files.hpp"

namespace atelier {
namespace {

using testing::ElementsAre;

TEST(FolderReplacement, TakesThePlaceWhole)
{
    const TemporaryFolder folder;
    for (const char* name : {"first", "second"}) {
        const FolderReplacement replacement(folder.path() / "in" / "place");
        write_file(replacement.folder() / name, "x");
        replacement.take_place();
    }
    EXPECT_THAT(names_in(folder.path() / "in" / "place"), ElementsAre("second"));
    EXPECT_THAT(names_in(folder.path() / "in"), ElementsAre("place")) << "nothing else is left";
}

TEST(FolderReplacement, LeavesNothingWhenItIsGivenUp)
{
    const TemporaryFolder folder;
    make_folder(folder.path() / "place");
    write_file(folder.path() / "place" / "kept", "x");
    {
        const FolderReplacement replacement(folder.path() / "place");
        write_file(replacement.folder() / "new", "x");
    }
    EXPECT_THAT(names_in(folder.path()), ElementsAre("place"));
    EXPECT_THAT(names_in(folder.path() / "place"), ElementsAre("kept"));
}

TEST(FolderReplacement, MindsNoSlashAtTheEnd)
{
    const TemporaryFolder folder;
    const FolderReplacement replacement(folder.path() / "place/");
    replacement.take_place();
    EXPECT_THAT(names_in(folder.path()), ElementsAre("place"));
}

}  // namespace
}  // namespace atelier
