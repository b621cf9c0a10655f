// SPDX-License-Identifier: MIT
#include "import/entry_name.hpp"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace atelier {
namespace {

using namespace std::string_view_literals;

std::string path(std::string_view raw, NameEncoding encoding = NameEncoding::utf8)
{
    const EntryName name = judged_name(raw, encoding);
    EXPECT_EQ(name.problem, "");
    return name.path;
}

std::string problem(std::string_view raw, NameEncoding encoding = NameEncoding::utf8)
{
    const EntryName name = judged_name(raw, encoding);
    EXPECT_EQ(name.path, "");
    return name.problem;
}

TEST(EntryName, IsARelativePath)
{
    EXPECT_EQ(path("alice/01a-ouvrir/reponse.cpp"), "alice/01a-ouvrir/reponse.cpp");
    EXPECT_EQ(path("./alice//./01a/"), "alice/01a");
    EXPECT_EQ(path("Léa Durand/…/..."), "Léa Durand/…/...");
    EXPECT_EQ(path("./"), "");
    EXPECT_EQ(path(""), "");
    EXPECT_EQ(path("a\\b"), "a\\b");
}

TEST(EntryName, MayNotLeaveItsFolder)
{
    for (const std::string_view raw : {"../x"sv, "a/../../x"sv, "a/.."sv, ".."sv}) {
        EXPECT_EQ(problem(raw), "son chemin sort de l'archive (..)") << raw;
    }
    EXPECT_EQ(problem("..\\..\\x", NameEncoding::unknown), "son chemin sort de l'archive (..)");
    for (const std::string_view raw : {"/etc/passwd"sv, "//x"sv, "C:/x"sv, "c:x"sv}) {
        EXPECT_EQ(problem(raw), "son chemin est absolu") << raw;
    }
    EXPECT_EQ(problem("\\\\serveur\\x", NameEncoding::unknown), "son chemin est absolu");
}

TEST(EntryName, MayNotCommandATerminal)
{
    for (const std::string_view raw : {"a\nb"sv, "a\x1B[2J"sv, "a\0b"sv, "a\x7F"sv, "a\u0085"sv, "a\u2028"sv}) {
        EXPECT_EQ(problem(raw), "son nom contient des caractères de contrôle") << raw;
    }
}

TEST(EntryName, IsText)
{
    EXPECT_EQ(problem("L\xE9"
                      "a"),
              "son nom n'est pas de l'UTF-8");
    EXPECT_EQ(problem("a\uFFFD"), "son nom n'est pas de l'UTF-8");
}

TEST(EntryName, OfAnOldZipIsThatOfWindows)
{
    EXPECT_EQ(path("L\x82"
                   "a\\01a\\reponse.cpp",
                   NameEncoding::unknown),
              "Léa/01a/reponse.cpp");
    EXPECT_EQ(path("L\xE9"
                   "a/01a",
                   NameEncoding::unknown),
              "Léa/01a");
    EXPECT_EQ(path("Léa/01a", NameEncoding::unknown), "Léa/01a");
}

TEST(EntryName, FitsADisk)
{
    EXPECT_EQ(path(std::string(200, 'a')).size(), 200U);
    EXPECT_EQ(problem(std::string(201, 'a')), "son nom est trop long");
    std::string deep;
    for (int i = 0; i < 20; ++i) {
        deep += "a/";
    }
    EXPECT_EQ(path(deep).size(), 39U);
    EXPECT_EQ(problem(deep + "a"), "son nom est trop long");
    EXPECT_EQ(problem(std::string(999, '/').append("ab")), "son chemin est absolu");
    EXPECT_EQ(problem("a" + std::string(1'000, '/')), "son nom est trop long");
}

TEST(EntryName, OfWhatSystemsAddIsKnown)
{
    EXPECT_TRUE(is_furniture("alice/.git/config"));
    EXPECT_TRUE(is_furniture("__MACOSX/alice/._reponse.cpp"));
    EXPECT_TRUE(is_furniture("alice/.DS_Store"));
    EXPECT_FALSE(is_furniture("alice/01a/reponse.cpp"));
    EXPECT_FALSE(is_furniture("alice.git/x"));
}

TEST(EntryName, OfAnArchiveIsKnownByItsEnd)
{
    EXPECT_TRUE(has_archive_name("Devoir.ZIP"));
    EXPECT_TRUE(has_archive_name("devoir.tar.gz"));
    EXPECT_TRUE(has_archive_name("devoir.7z"));
    EXPECT_FALSE(has_archive_name("reponse.cpp"));
    EXPECT_FALSE(has_archive_name("zip"));
    EXPECT_EQ(without_archive_ending("L. Durand.TAR.gz"), "L. Durand");
    EXPECT_EQ(without_archive_ending("TP1.2.zip"), "TP1.2");
    EXPECT_EQ(without_archive_ending("TP1.2"), "TP1.2");
    EXPECT_EQ(last_part("a/b.zip"), "b.zip");
    EXPECT_EQ(last_part("b.zip"), "b.zip");
}

TEST(EntryName, ClashesWithAnotherCase)
{
    NamesSeen seen;
    EXPECT_EQ(seen.problem("alice/01a/reponse.cpp", false), "");
    EXPECT_EQ(seen.problem("alice/01b/reponse.cpp", false), "");
    EXPECT_EQ(seen.problem("alice/01b", true), "");
    EXPECT_EQ(seen.problem("alice/01A/reponse.cpp", false), "son nom ne diffère que par la casse de alice/01a");
    EXPECT_EQ(seen.problem("Alice/01c/reponse.cpp", false), "son nom ne diffère que par la casse de alice");
    EXPECT_EQ(seen.problem("Éva", true), "");
    EXPECT_EQ(seen.problem("éva/x", false), "son nom ne diffère que par la casse de Éva");
}

TEST(EntryName, StandsForOneThing)
{
    NamesSeen seen;
    EXPECT_EQ(seen.problem("a", false), "");
    EXPECT_EQ(seen.problem("a", false), "deux fichiers portent ce nom\u00A0; le premier est gardé");
    EXPECT_EQ(seen.problem("a/b", false), "un fichier et un dossier portent ce nom\u00A0; le premier est gardé");
    EXPECT_EQ(seen.problem("c/d", false), "");
    EXPECT_EQ(seen.problem("c", false), "un fichier et un dossier portent ce nom\u00A0; le premier est gardé");
}

}  // namespace
}  // namespace atelier
