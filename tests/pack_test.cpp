// SPDX-License-Identifier: MIT
// What a teacher types, and what a student then finds: the real executable, and a pack unpacked.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include "archive_reader.hpp"
#include "course_machine.hpp"
#include "sha256.hpp"

namespace atelier::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

/// Types `words` after « atelier », the project being in `root`.
Ran type(const std::vector<std::string>& words, const fs::path& root = project, std::vector<std::string> variables = {})
{
    std::vector<std::string> arguments{grader_program.string()};
    arguments.insert(arguments.end(), words.begin(), words.end());
    variables.insert(variables.end(),
                     {"PATH=/usr/bin:/bin", "ATELIER_RACINE=" + root.string(), "HOME=" + root.string()});
    return run_program(arguments, root, variables);
}

/// Writes what `archive` holds into `folder`.
void unpack(const fs::path& archive, const fs::path& folder)
{
    for (const Entry& entry : entries_of(read_file(archive))) {
        make_folder((folder / entry.name).parent_path());
        write_file(folder / entry.name, entry.bytes);
        ::chmod((folder / entry.name).c_str(), entry.mode);
    }
}

/// The real course, packed and unpacked once.
const fs::path& unpacked()
{
    static const TemporaryFolder folder;
    static const fs::path place = [] {
        const Ran ran = type({"pack", "--out", (folder.path() / "a.zip").string()});
        EXPECT_EQ(ran.status, 0) << ran.err;
        unpack(folder.path() / "a.zip", folder.path() / "chez moi");
        return folder.path() / "chez moi" / "atelier";
    }();
    return place;
}

/// Another clone: its files are younger, and their owner's alone.
void clone_to(const fs::path& clone)
{
    make_folder(clone);
    for (const char* part :
         {"cmake", "exercises", "lessons", "donnees", "orm", "grader", "po", ".vscode", "docs", "solutions"}) {
        fs::copy(project / part, clone / part, fs::copy_options::recursive);
    }
    for (const char* file :
         {"atelier", "CMakeLists.txt", "CMakePresets.json", "LICENSE", "SECURITY.md", "CHANGELOG.md"}) {
        fs::copy_file(project / file, clone / file);
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(clone)) {
        fs::permissions(entry.path(), fs::perms::owner_all, fs::perm_options::replace);
    }
}

TEST(Pack, IsTheSameWhoeverMakesItWhereverAndWhenever)
{
    const TemporaryFolder folder;
    const fs::path clone = folder.path() / "clone";
    clone_to(clone);
    for (const char* name : {"a.zip", "b.tar.gz"}) {
        const std::string out = (folder.path() / name).string();
        const Ran first = type({"pack", "--out", out}, project, {"LC_ALL=C", "TZ=Pacific/Auckland"});
        ASSERT_EQ(first.status, 0) << first.err;
        const std::string digest = sha256(read_file(out));
        EXPECT_THAT(first.out, AllOf(HasSubstr("Le paquet des étudiants"), HasSubstr(digest)));
        const Ran second = type({"pack", "--out", out, "--json"}, clone, {"LC_ALL=C.UTF-8", "TZ=America/Montreal"});
        ASSERT_EQ(second.status, 0) << second.err;
        EXPECT_EQ(json::parse(second.out).at("sha256"), digest);
        EXPECT_EQ(sha256(read_file(out)), digest);
    }
}

TEST(Pack, IsNamedByItsFormat)
{
    const TemporaryFolder folder;
    for (const char* name : {"atelier", "atelier.7z", "atelier.gz"}) {
        const Ran ran = type({"pack", "--out", (folder.path() / name).string()});
        EXPECT_EQ(ran.status, 2);
        EXPECT_THAT(ran.err, HasSubstr("doit finir par .zip ou .tar.gz"));
    }
    EXPECT_TRUE(names_in(folder.path()).empty());
}

TEST(Pack, ConfiguresWhereItIsUnpacked)
{
    if (!fs::exists("/usr/bin/cmake")) {
        GTEST_SKIP() << "cmake is not in /usr/bin.";
    }
    const TemporaryFolder build;
    const Ran ran = run_program(
        {"/usr/bin/cmake", "-S", unpacked().string(), "-B", build.path().string(), "-DCMAKE_BUILD_TYPE=Release"},
        build.path(), {"PATH=/usr/bin:/bin", "HOME=" + build.path().string()});
    EXPECT_EQ(ran.status, 0) << ran.out << ran.err;
}

TEST(Pack, SaysWhatIsMissingFromIt)
{
    for (const auto& [words, sentence] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"verify"}, "Ce cours est arrivé sans son dossier solutions/"},
             {{"new", "04z-essai"}, "Ce cours est arrivé sans son dossier solutions/"},
             {{"demo"}, "La classe de démonstration n'est pas dans ce dossier"},
             {{"pack", "--out", "b.zip"}, "Un paquet se fait depuis le projet entier"}}) {
        const Ran ran = type(words, unpacked());
        EXPECT_EQ(ran.status, 2) << words.front();
        EXPECT_THAT(ran.err, HasSubstr(sentence));
    }
    const Ran tests = run_program({(unpacked() / "atelier").string(), "test"}, unpacked(), {"PATH=/usr/bin:/bin"});
    EXPECT_EQ(tests.status, 2);
    EXPECT_THAT(tests.err, HasSubstr("les tests de l'atelier lui-même n'y sont pas"));
}

TEST(Pack, IsReadByStudentsAsACourse)
{
    const Ran list = type({"list"}, unpacked());
    EXPECT_EQ(list.status, 0) << list.err;
    EXPECT_THAT(list.out, HasSubstr("01a"));
    EXPECT_EQ(type({"lesson", "01"}, unpacked()).status, 0);
    EXPECT_EQ(type({"hint", "01a", "1"}, unpacked()).status, 0);
    EXPECT_THAT(read_file(unpacked() / "README.md"),
                AllOf(HasSubstr("./atelier check 00"), Not(HasSubstr("./atelier demo"))));
}

}  // namespace
}  // namespace atelier::test
