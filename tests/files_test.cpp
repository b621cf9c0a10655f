// SPDX-License-Identifier: MIT
#include "files.hpp"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>
#include <string>

#include "error.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;

std::string sentence_of(const std::function<void()>& action)
{
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return "no Error";
}

class Files : public testing::Test {
protected:
    [[nodiscard]] fs::path at(const std::string& name) const { return folder_.path() / name; }
    [[nodiscard]] std::string reading(const fs::path& path, std::size_t most = 1000) const
    {
        return sentence_of([&] { (void)read_file(path, most); });
    }
    TemporaryFolder folder_;
};

TEST_F(Files, AreReadAsTheyWereWritten)
{
    const std::string bytes = "a\0b\r\n\xFF"s + std::string(200'000, 'x');
    write_file(at("file"), bytes);
    EXPECT_EQ(read_file(at("file")), bytes);
    write_file_durably(at("file"), "");
    EXPECT_EQ(read_file(at("file")), "");
}

TEST_F(Files, LargerThanTheCapAreNotRead)
{
    write_file(at("file"), std::string(2048, 'x'));
    EXPECT_EQ(read_file(at("file"), 2048).size(), 2048U);
    EXPECT_EQ(reading(at("file"), 2047),
              "Impossible de lire " + at("file").string() + "\u00A0: ce fichier dépasse 1 Kio");
}

TEST_F(Files, ThatAreNoFilesAreRefusedWithoutWaiting)
{
    ASSERT_EQ(::mkfifo(at("fifo").c_str(), 0600), 0);
    EXPECT_THAT(reading(at("fifo")), HasSubstr("ce n'est pas un fichier ordinaire"));
    EXPECT_THAT(reading("/dev/zero"), HasSubstr("ce n'est pas un fichier ordinaire"));
    EXPECT_THAT(reading(folder_.path()), HasSubstr("ce n'est pas un fichier ordinaire"));
}

TEST_F(Files, ThatAreMissingAreNamedInTheError)
{
    EXPECT_EQ(reading(at("absent")),
              "Impossible de lire " + at("absent").string() + "\u00A0: ce fichier ou ce dossier n'existe pas");
}

TEST_F(Files, ThatAreNewNeverReplaceAnother)
{
    const TemporaryFolder folder;
    const fs::path file = folder.path() / "x";
    EXPECT_TRUE(create_file_durably(file, "first"));
    EXPECT_FALSE(create_file_durably(file, "second"));
    EXPECT_EQ(read_file(file), "first");
    fs::create_symlink("/nowhere", folder.path() / "link");
    EXPECT_FALSE(create_file_durably(folder.path() / "link", "x"));
    EXPECT_EQ(names_in(folder.path()).size(), 2U) << "no draft stays";
    EXPECT_THROW(create_file_durably(folder.path() / "absent" / "x", "x"), Error);
}

TEST_F(Files, AreWrittenWholeOrNotAtAll)
{
    write_file(at("file"), "before");
    // A file size limit stands for a full disk: the write stops half way.
    rlimit limit{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit small{10'000, limit.rlim_max};
    const auto before = ::signal(SIGXFSZ, SIG_IGN);
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const std::string sentence = sentence_of([&] { write_file(at("file"), std::string(20'000, 'x')); });
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::signal(SIGXFSZ, before);
    EXPECT_THAT(sentence, HasSubstr("Impossible d'écrire " + at("file").string()));
    EXPECT_EQ(read_file(at("file")), "before");
    EXPECT_THAT(names_in(folder_.path()), ElementsAre("file"));
}

TEST_F(Files, AreReadableByAllAndKeepTheirLinksTargets)
{
    write_file(at("file"), "x");
    struct stat status {};
    ASSERT_EQ(::stat(at("file").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0644U);
    fs::create_symlink(at("file"), at("link"));
    write_file(at("link"), "y");
    EXPECT_EQ(read_file(at("file")), "x");  // the link was replaced, not followed
    EXPECT_FALSE(fs::is_symlink(at("link")));
}

TEST_F(Files, CannotBeWrittenWhereThereIsNoFolder)
{
    EXPECT_THAT(sentence_of([&] { write_file(at("none/file"), "x"); }),
                HasSubstr("Impossible d'écrire " + at("none/file").string()));
    make_folder(at("folder"));
    EXPECT_THAT(sentence_of([&] { write_file(at("folder"), "x"); }), HasSubstr("c'est un dossier"));
    EXPECT_THAT(names_in(folder_.path()), ElementsAre("folder"));
}

TEST_F(Files, NamesAreSortedByBytes)
{
    for (const char* name : {"b", "a", "B", "é", ".hidden", "a b"}) {
        write_file(at(name), "");
    }
    EXPECT_THAT(names_in(folder_.path()), ElementsAre(".hidden", "B", "a", "a b", "b", "é"));
    EXPECT_THAT(sentence_of([&] { (void)names_in(at("absent")); }), HasSubstr("Impossible de lire le dossier"));
    EXPECT_THAT(sentence_of([&] { (void)names_in(at("a")); }), HasSubstr("ce n'est pas un dossier"));
}

TEST_F(Files, FoldersAreMadeWithTheirParents)
{
    make_folder(at("a/b/c"));
    EXPECT_TRUE(fs::is_directory(at("a/b/c")));
    make_folder(at("a/b/c"));
    write_file(at("file"), "");
    EXPECT_THAT(sentence_of([&] { make_folder(at("file/below")); }), HasSubstr("Impossible de créer le dossier"));
}

TEST_F(Files, RemovingATreeFollowsNoLink)
{
    make_folder(at("kept"));
    write_file(at("kept/file"), "x");
    make_folder(at("tree"));
    fs::create_symlink(at("kept"), at("tree/link"));
    remove_tree(at("tree"));
    EXPECT_FALSE(fs::exists(at("tree")));
    EXPECT_EQ(read_file(at("kept/file")), "x");
}

TEST_F(Files, RemovingALinkLeavesWhatItNamesAsItWas)
{
    make_folder(at("kept/closed"));
    ASSERT_EQ(::chmod(at("kept/closed").c_str(), 0500), 0);
    fs::create_symlink(at("kept"), at("link"));
    remove_tree(at("link"));
    EXPECT_FALSE(fs::is_symlink(at("link")));
    struct stat status {};
    ASSERT_EQ(::stat(at("kept/closed").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0500U);
}

TEST_F(Files, RemovingATreeOpensWhatItsOwnerClosed)
{
    make_folder(at("tree/closed/deep"));
    write_file(at("tree/closed/deep/file"), "x");
    for (const char* name : {"tree/closed/deep", "tree/closed", "tree"}) {
        ASSERT_EQ(::chmod(at(name).c_str(), 0000), 0);
    }
    remove_tree(at("tree"));
    EXPECT_FALSE(fs::exists(fs::symlink_status(at("tree"))));
}

TEST_F(Files, RemovesFoldersWhateverTheirDepth)
{
    // As a hostile program makes them: paths of more bytes than any call takes, some of them closed, beside namesakes.
    fs::create_directories(at("tree/0"));
    const Descriptor here(::open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    ASSERT_EQ(::chdir(at("tree").c_str()), 0);
    for (int i = 0; i < 5'000; ++i) {
        ASSERT_EQ(::mkdir("d", 0700), 0);
        ASSERT_EQ(::chdir("d"), 0);
        if (i % 100 == 0) {
            ASSERT_EQ(::mkdir("0", 0), 0);
            ASSERT_EQ(::symlink("/", "l"), 0);
            ASSERT_EQ(::chmod("../d", 0300), 0);
        }
    }
    ASSERT_EQ(::fchdir(here.get()), 0);
    remove_tree(at("tree"));
    EXPECT_FALSE(fs::exists(at("tree")));
}

TEST_F(Files, RemovingWhatIsNotThereIsNoTrouble) { remove_tree(at("absent")); }

TEST_F(Files, TemporaryFoldersArePrivateAndGoAway)
{
    fs::path path;
    {
        const TemporaryFolder made;
        path = made.path();
        struct stat status {};
        ASSERT_EQ(::stat(path.c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777U, 0700U);
        write_file(path / "file", "x");
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST_F(Files, ATemporaryFolderGoesAwayOnceWhenMoved)
{
    fs::path path;
    {
        TemporaryFolder first;
        path = first.path();
        const TemporaryFolder second = std::move(first);
        EXPECT_EQ(second.path(), path);
        EXPECT_TRUE(fs::exists(path));
    }
    EXPECT_FALSE(fs::exists(path));
}

TEST_F(Files, TemporaryFoldersAreWhereTmpdirSays)
{
    const test::Variable tmpdir("TMPDIR", folder_.path().string());
    const TemporaryFolder made;
    EXPECT_EQ(made.path().parent_path().parent_path().parent_path(), folder_.path());
}

TEST_F(Files, WhatAKilledProcessLeftIsRemovedByTheNext)
{
    const test::Variable tmpdir("TMPDIR", folder_.path().string());
    const TemporaryFolder ours;
    const fs::path family = ours.path().parent_path().parent_path();
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t killed = ::fork();
    ASSERT_GE(killed, 0);
    if (killed == 0) {
        ::setenv("TMPDIR", (folder_.path() / "other").c_str(), 1);  // a process folder of its own
        fs::create_directory(folder_.path() / "other");
        const TemporaryFolder theirs;
        write_file(theirs.path() / "file", "x");
        (void)!::write(ready[1], "x", 1);
        ::pause();
    }
    char byte = 0;
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    const fs::path other = folder_.path() / "other" / family.filename();
    const test::Variable there("TMPDIR", (folder_.path() / "other").string());
    const auto left = [&] { return names_in(other).size(); };
    EXPECT_EQ(left(), 1U);
    ::kill(killed, SIGKILL);
    ::waitpid(killed, nullptr, 0);
    EXPECT_EQ(left(), 1U);
    const TemporaryFolder next;
    EXPECT_EQ(left(), 1U) << "the killed process's is gone, ours is there";
    EXPECT_EQ(next.path().parent_path().parent_path(), other);
}

TEST_F(Files, ALivingProcessKeepsItsTemporaryFolders)
{
    const test::Variable tmpdir("TMPDIR", folder_.path().string());
    const TemporaryFolder ours;
    write_file(ours.path() / "file", "x");
    const pid_t other = ::fork();
    ASSERT_GE(other, 0);
    if (other == 0) {
        fs::create_directory(folder_.path() / "link");
        ::setenv("TMPDIR", (folder_.path().string() + "/.").c_str(), 1);  // the same folder by another name
        const TemporaryFolder theirs;
        ::_exit(fs::exists(ours.path() / "file") ? 0 : 1);
    }
    int status = 0;
    ::waitpid(other, &status, 0);
    EXPECT_EQ(status, 0);
    EXPECT_TRUE(fs::exists(ours.path() / "file"));
}

TEST_F(Files, ATreeOfAnyDepthIsRemoved)
{
    const fs::path root = folder_.path() / "deep";
    fs::create_directory(root);
    const int here = ::open(".", O_RDONLY | O_DIRECTORY);
    ASSERT_EQ(::chdir(root.c_str()), 0);
    for (int i = 0; i < 400; ++i) {
        ASSERT_EQ(::mkdir("d", 0300), 0);
        ASSERT_EQ(::chdir("d"), 0);
    }
    ASSERT_EQ(::fchdir(here), 0);
    ::close(here);
    remove_tree(root);
    EXPECT_FALSE(fs::exists(root));
}

TEST(Descriptor, ClosesWhatItOwnsOnce)
{
    const int fd = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    const auto is_open = [&] { return ::fcntl(fd, F_GETFD) >= 0; };
    {
        Descriptor first(fd);
        Descriptor second = std::move(first);
        EXPECT_EQ(second.get(), fd);
        Descriptor third;
        EXPECT_FALSE(third);
        third = std::move(second);
        EXPECT_TRUE(third);
        EXPECT_TRUE(is_open());
    }
    EXPECT_FALSE(is_open());
}

}  // namespace
}  // namespace atelier
