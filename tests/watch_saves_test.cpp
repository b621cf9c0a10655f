// SPDX-License-Identifier: MIT
// Saves as editors make them, noticed by the kernel and by looking.
#include "watch/saves.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <linux/magic.h>
#include <poll.h>
#include <unistd.h>

#include <fstream>

#include "error.hpp"
#include "support.hpp"

namespace atelier::watch {
namespace {

using atelier::test::Variable;
using testing::HasSubstr;

class Saving : public testing::TestWithParam<Method> {
protected:
    Saving() { write_in_place("first"); }

    [[nodiscard]] fs::path folder() const { return folder_.path(); }
    [[nodiscard]] fs::path file() const { return folder() / "reponse.cpp"; }
    void write_in_place(const std::string& text) const { std::ofstream(file()) << text; }
    [[nodiscard]] Saves saves() const { return {folder(), "reponse.cpp", GetParam()}; }

    TemporaryFolder folder_;
};

TEST_P(Saving, NothingHappensByItself)
{
    Saves saves = this->saves();
    EXPECT_FALSE(saves.happened());
    EXPECT_FALSE(saves.happened());
    EXPECT_EQ(saves.descriptor() >= 0, GetParam() == Method::inotify);
}

TEST_P(Saving, InPlaceIsNoticedOnce)
{
    Saves saves = this->saves();
    write_in_place("second");
    EXPECT_TRUE(saves.happened());
    EXPECT_FALSE(saves.happened());
}

TEST_P(Saving, ByRenamingAnotherFileOverItIsNoticed)
{
    Saves saves = this->saves();
    write_file(folder() / ".reponse.cpp.123", "as VS Code and emacs may do");
    (void)saves.happened();
    fs::rename(folder() / ".reponse.cpp.123", file());
    EXPECT_TRUE(saves.happened());
    write_in_place("then in place");
    EXPECT_TRUE(saves.happened()) << "the file watched is the one of that name, whichever it is";
}

TEST_P(Saving, AsVimDoesIsNoticed)
{
    Saves saves = this->saves();
    write_file(folder() / "4913", "");  // it tries whether it may write here
    fs::remove(folder() / "4913");
    fs::rename(file(), folder() / "reponse.cpp~");
    write_in_place("from vim");
    fs::remove(folder() / "reponse.cpp~");
    EXPECT_TRUE(saves.happened());
}

TEST_P(Saving, OtherFilesAreIgnored)
{
    Saves saves = this->saves();
    for (const char* name : {".reponse.cpp.swp", "reponse.cpp~", "#reponse.cpp#", "4913", "fourni.hpp", "base.db"}) {
        write_file(folder() / name, "x");
        EXPECT_FALSE(saves.happened()) << name;
        fs::remove(folder() / name);
        EXPECT_FALSE(saves.happened()) << name;
    }
    EXPECT_EQ(::access(file().c_str(), R_OK), 0);
    EXPECT_EQ(read_file(file()), "first");
    EXPECT_FALSE(saves.happened()) << "reading is no save";
}

TEST_P(Saving, RemovingAndMakingAreNoticed)
{
    Saves saves = this->saves();
    fs::remove(file());
    EXPECT_TRUE(saves.happened());
    write_in_place("again");
    EXPECT_TRUE(saves.happened());
}

TEST_P(Saving, SurvivesTheLossOfTheFolder)
{
    Saves saves = this->saves();
    const fs::path elsewhere = folder().parent_path() / (folder().filename().string() + "-deplace");
    fs::rename(folder(), elsewhere);
    EXPECT_TRUE(saves.happened());
    fs::rename(elsewhere, folder());
    write_in_place("as a synchronised folder may come back");
    EXPECT_TRUE(saves.happened());
    write_in_place("and goes on");
    EXPECT_TRUE(saves.happened());
}

TEST_P(Saving, HundredsOfThemAreNotLost)
{
    Saves saves = this->saves();
    for (int i = 0; i < 200; ++i) {
        write_in_place(std::to_string(i));
    }
    EXPECT_TRUE(saves.happened());
    EXPECT_FALSE(saves.happened());
}

INSTANTIATE_TEST_SUITE_P(Method, Saving, testing::Values(Method::inotify, Method::polling),
                         [](const auto& method) { return method.param == Method::inotify ? "Inotify" : "Polling"; });

TEST(Saves, AreToldByTheKernelWithoutLooking)
{
    const TemporaryFolder folder;
    write_file(folder.path() / "x", "");
    Saves saves(folder.path(), "x", Method::inotify);
    write_file(folder.path() / "x", "again");
    pollfd ready{.fd = saves.descriptor(), .events = POLLIN, .revents = 0};
    EXPECT_EQ(::poll(&ready, 1, 0), 1);
    EXPECT_TRUE(saves.happened());
    EXPECT_EQ(::poll(&ready, 1, 0), 0) << "nothing is left that would wake us again";
}

TEST(Saves, AreLookedForOnSharedDisks)
{
    for (const std::uint64_t type : std::initializer_list<std::uint64_t>{
             NFS_SUPER_MAGIC, CIFS_SUPER_MAGIC, SMB2_SUPER_MAGIC, FUSE_SUPER_MAGIC, V9FS_MAGIC}) {
        EXPECT_TRUE(is_shared(type));
    }
    EXPECT_TRUE(is_shared(static_cast<std::uint64_t>(static_cast<int>(CIFS_SUPER_MAGIC)))) << "its sign extended";
    for (const std::uint64_t type : std::initializer_list<std::uint64_t>{EXT4_SUPER_MAGIC, TMPFS_MAGIC,
                                                                         BTRFS_SUPER_MAGIC, OVERLAYFS_SUPER_MAGIC}) {
        EXPECT_FALSE(is_shared(type));
    }
}

TEST(Saves, AreNoticedAsTheVariableSays)
{
    const TemporaryFolder folder;
    {
        const Variable said("ATELIER_SURVEILLANCE", "scrutation");
        EXPECT_EQ(method_for(folder.path()), Method::polling);
    }
    {
        const Variable said("ATELIER_SURVEILLANCE", "inotify");
        EXPECT_EQ(method_for(folder.path()), Method::inotify);
    }
    const Variable said("ATELIER_SURVEILLANCE", "\033oui");
    try {
        (void)method_for(folder.path());
        FAIL();
    } catch (const UsageError& error) {
        EXPECT_THAT(error.what(), HasSubstr("␛oui"));
    }
}

TEST(Saves, AFolderThatIsNotThereYetIsLookedAt)
{
    const TemporaryFolder folder;
    Saves saves(folder.path() / "plus-tard", "x", Method::inotify);
    EXPECT_LT(saves.descriptor(), 0);
    make_folder(folder.path() / "plus-tard");
    write_file(folder.path() / "plus-tard" / "x", "");
    EXPECT_TRUE(saves.happened());
}

}  // namespace
}  // namespace atelier::watch
