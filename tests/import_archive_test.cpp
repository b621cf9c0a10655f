// SPDX-License-Identifier: MIT
#include "import/archive.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archives.hpp"
#include "files.hpp"
#include "utf8.hpp"

namespace atelier {
namespace {

using test::Format;
using test::Packed;
using test::packed;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class AnArchive : public testing::Test {
protected:
    /// The refusals, one a line.
    std::vector<std::string> unpacked(const std::string& bytes, ArchiveOf whose = ArchiveOf::a_student,
                                      bool may_nest = true)
    {
        write_file(folder_.path() / "devoir.zip", bytes);
        make_folder(to());
        std::vector<std::string> lines;
        for (const Refusal& refusal : unpack(folder_.path() / "devoir.zip", "devoir.zip", to(), whose, may_nest)) {
            lines.push_back(refusal.where + " : " + refusal.reason);
        }
        return lines;
    }
    [[nodiscard]] fs::path to() const { return folder_.path() / "to"; }
    /// All that reached the disk: folders end with a slash.
    [[nodiscard]] std::vector<std::string> disk() const
    {
        std::vector<std::string> names;
        for (const fs::directory_entry& entry : fs::recursive_directory_iterator(to())) {
            names.push_back(entry.path().lexically_relative(to()).string() + (entry.is_directory() ? "/" : ""));
        }
        std::sort(names.begin(), names.end());
        return names;
    }
    TemporaryFolder folder_;
};

TEST_F(AnArchive, BecomesAFolderWithNothingButAnswers)
{
    EXPECT_THAT(unpacked(packed(Format::zip, {{"01a/reponse.cpp", "int x;"},
                                              {"01a/CMakeLists.txt", "evil"},
                                              {"01b/reponse.hpp", "int y;"},
                                              {"a/b/c/d/e/f/notes.txt", "x"},
                                              {"Léa_12_assignsubmission_file_reponse.cpp", "int z;"},
                                              {"mareponse.cpp", "x"},
                                              {"autre.7z", "7z"}})),
                IsEmpty());
    EXPECT_THAT(disk(), ElementsAre("01a/", "01a/reponse.cpp", "01b/", "01b/reponse.hpp",
                                    "Léa_12_assignsubmission_file_reponse.cpp", "a/", "a/b/", "a/b/c/", "a/b/c/d/",
                                    "autre.7z"));
    EXPECT_EQ(read_file(to() / "01a" / "reponse.cpp"), "int x;");
}

TEST_F(AnArchive, NothingOfItLeavesTheFolder)
{
    const std::vector<std::string> refused =
        unpacked(packed(Format::tar_gz, {{"../reponse.cpp", "evil"},
                                         {(folder_.path() / "reponse.cpp").string(), "evil"},
                                         {"01a", "", AE_IFLNK, ".."},
                                         {"01a/reponse.cpp", "good"},
                                         {"01b/reponse.cpp", "", AE_IFIFO},
                                         {"x\x1B[2J/reponse.cpp", "evil"}}));
    EXPECT_EQ(refused.size(), 5U);
    EXPECT_EQ(refused[0], "devoir.zip/../reponse.cpp : son chemin sort de l'archive (..)");
    EXPECT_EQ(refused[4], "devoir.zip/x␛[2J/reponse.cpp : son nom contient des caractères de contrôle");
    EXPECT_THAT(disk(), ElementsAre("01a/", "01a/reponse.cpp"));
    EXPECT_THAT(names_in(folder_.path()), UnorderedElementsAre("devoir.zip", "to"));
}

TEST_F(AnArchive, InsideAnotherInsideAnotherIsRefused)
{
    EXPECT_THAT(
        unpacked(packed(Format::zip, {{"01a/reponse.cpp", "good"}, {"encore.zip", "PK"}}), ArchiveOf::a_student, false),
        ElementsAre("devoir.zip/encore.zip : c'est une archive dans une archive qui est elle-même dans une archive"));
    EXPECT_THAT(disk(), ElementsAre("01a/", "01a/reponse.cpp"));
}

TEST_F(AnArchive, OfAClassMayBeLarge)
{
    std::vector<Packed> entries;
    for (int i = 0; i < 6'000; ++i) {
        entries.push_back({"alice/" + std::to_string(i) + ".o", "x"});
    }
    entries.push_back({"zoé/01a/reponse.cpp", "int x;"});
    const std::string bytes = packed(Format::zip, entries);
    EXPECT_THAT(unpacked(bytes, ArchiveOf::a_class), IsEmpty());
    EXPECT_THAT(disk(), ElementsAre("alice/", "zoé/", "zoé/01a/", "zoé/01a/reponse.cpp"));
    EXPECT_THAT(unpacked(bytes),
                ElementsAre("devoir.zip : l'archive a plus de 5000 entrées\u00A0; la suite n'est pas lue"));
}

TEST_F(AnArchive, TooManyRefusalsAreCounted)
{
    std::vector<Packed> entries;
    for (int i = 0; i < 300; ++i) {
        entries.push_back({"../" + std::to_string(i), "x"});
    }
    const std::vector<std::string> refused = unpacked(packed(Format::zip, entries));
    ASSERT_EQ(refused.size(), 201U);
    EXPECT_EQ(refused.back(), "devoir.zip : autres refus\u00A0: 100");
}

TEST_F(AnArchive, ThatIsNoneIsRefusedAsAWhole)
{
    EXPECT_THAT(unpacked("int main() {}"),
                ElementsAre("devoir.zip : ce n'est ni un zip, ni un tar, ni un 7z, ou il est abîmé"));
    fs::remove(folder_.path() / "devoir.zip");
    fs::create_symlink("/etc/passwd", folder_.path() / "lien.zip");
    EXPECT_EQ(unpack(folder_.path() / "lien.zip", "lien.zip", to(), ArchiveOf::a_student, true).at(0).reason,
              "ce n'est pas un fichier ordinaire, ou il ne se laisse pas lire");
}

}  // namespace
}  // namespace atelier
