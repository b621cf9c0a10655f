// SPDX-License-Identifier: MIT
#include "import/archive_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "archives.hpp"
#include "import/entry_name.hpp"

namespace atelier {
namespace {

using test::Format;
using test::Packed;
using test::packed;
using test::RawZip;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// What came out, in its order.
struct Outcome {
    Pairs files;
    Pairs refused;
    std::vector<std::string> folders;
};

Outcome read(const std::string& bytes, const ArchiveLimits& limits = {})
{
    Outcome outcome;
    const auto wanted = [](const std::string& name) {
        return last_part(name) == "reponse.cpp" ? Wanted::answer
               : has_archive_name(name)         ? Wanted::archive
                                                : Wanted::nothing;
    };
    const auto tell = [&](const ArchiveEntry& entry) {
        if (entry.kind == ArchiveEntry::Kind::folder) {
            outcome.folders.push_back(entry.name);
        } else {
            (entry.kind == ArchiveEntry::Kind::file ? outcome.files : outcome.refused)
                .emplace_back(entry.name, entry.bytes);
        }
    };
    read_archive({.file = -1, .memory = bytes}, limits, wanted, tell);
    return outcome;
}

TEST(ArchiveReader, TakesAnswersOutOfEveryFormatThatStudentsUse)
{
    for (const Format format :
         {Format::zip, Format::tar, Format::tar_gz, Format::tar_xz, Format::tar_zst, Format::seven_zip}) {
        const Outcome outcome = read(packed(format, {{"Léa/01a/reponse.cpp", "int x;"},
                                                     {"Léa/rapport.pdf", "%PDF"},
                                                     {"Léa/devoir.zip", "PK"},
                                                     {"vide", "", AE_IFDIR}}));
        EXPECT_THAT(outcome.files, ElementsAre(Pair("Léa/01a/reponse.cpp", "int x;"), Pair("Léa/devoir.zip", "PK")));
        EXPECT_THAT(outcome.refused, IsEmpty());
        EXPECT_THAT(outcome.folders, ElementsAre("Léa/01a", "Léa", "Léa", "vide"));
    }
}

TEST(ArchiveReader, RefusesNamesThatLeaveAndKeepsTheRest)
{
    for (const Format format : {Format::zip, Format::tar_gz, Format::seven_zip}) {
        const Outcome outcome = read(packed(format, {{"../../reponse.cpp", "evil"},
                                                     {"/etc/cron.d/reponse.cpp", "evil"},
                                                     {"a\nb/reponse.cpp", "evil"},
                                                     {"01a/reponse.cpp", "good"},
                                                     {"01A/reponse.cpp", "other"}}));
        EXPECT_THAT(outcome.files, ElementsAre(Pair("01a/reponse.cpp", "good")));
        EXPECT_THAT(outcome.refused,
                    ElementsAre(Pair("../../reponse.cpp", "son chemin sort de l'archive (..)"),
                                Pair("/etc/cron.d/reponse.cpp", "son chemin est absolu"),
                                Pair("a\nb/reponse.cpp", "son nom contient des caractères de contrôle"),
                                Pair("01A/reponse.cpp", "son nom ne diffère que par la casse de 01a")));
    }
}

TEST(ArchiveReader, RefusesLinksAndDevices)
{
    const Outcome outcome = read(packed(Format::tar, {{"01a/reponse.cpp", "", AE_IFLNK, "/etc/passwd"},
                                                      {"01b", "", AE_IFLNK, "/etc"},
                                                      {"01b/reponse.cpp", "through a link"},
                                                      {"01c/reponse.cpp", "", AE_IFREG, "/etc/passwd"},
                                                      {"01d/reponse.cpp", "", AE_IFIFO},
                                                      {"01e/reponse.cpp", "", AE_IFCHR}}));
    EXPECT_THAT(outcome.files,
                ElementsAre(Pair("01b/reponse.cpp", "through a link")));  // a folder, since no link is made
    EXPECT_THAT(outcome.refused, ElementsAre(Pair("01a/reponse.cpp", "c'est un lien"), Pair("01b", "c'est un lien"),
                                             Pair("01c/reponse.cpp", "c'est un lien"),
                                             Pair("01d/reponse.cpp", "ce n'est ni un fichier ni un dossier"),
                                             Pair("01e/reponse.cpp", "ce n'est ni un fichier ni un dossier")));
    RawZip zip;
    zip.add("01a/reponse.cpp", "/etc/passwd", 0, 0120777);
    EXPECT_THAT(read(zip.bytes()).refused, ElementsAre(Pair("01a/reponse.cpp", "c'est un lien")));
}

TEST(ArchiveReader, NamesOfZipsHaveTheEncodingOfTheirMaker)
{
    RawZip zip;
    zip.add("L\x82"
            "a\\01a\\reponse.cpp",
            "Windows");
    zip.add("No\xEBl/reponse.cpp", "Latin-1");
    zip.add("Zoé/reponse.cpp", "Linux");
    zip.add("Eve\xCC\x81/reponse.cpp", "macOS");
    zip.add("Chloé/reponse.cpp", "Moodle", RawZip::utf8_flag);
    zip.add("bad\xE9/reponse.cpp", "liar", RawZip::utf8_flag);
    const Outcome outcome = read(zip.bytes());
    EXPECT_THAT(outcome.files, ElementsAre(Pair("Léa/01a/reponse.cpp", "Windows"), Pair("Noël/reponse.cpp", "Latin-1"),
                                           Pair("Zoé/reponse.cpp", "Linux"), Pair("Eve\xCC\x81/reponse.cpp", "macOS"),
                                           Pair("Chloé/reponse.cpp", "Moodle")));
    ASSERT_EQ(outcome.refused.size(), 1U);
    EXPECT_EQ(outcome.refused[0].second, "son nom n'est pas de l'UTF-8");
    EXPECT_THAT(read(packed(Format::tar, {{"L\xE9"
                                           "a/reponse.cpp",
                                           "x"}}))
                    .refused,
                ElementsAre(Pair("L\xE9"
                                 "a/reponse.cpp",
                                 "son nom n'est pas de l'UTF-8")));
}

TEST(ArchiveReader, RefusesWhatIsEncrypted)
{
    const Outcome outcome = read(packed(Format::zip, {{"01a/reponse.cpp", "int x;"}, {"README", "x"}}, "secret"));
    EXPECT_THAT(outcome.files, IsEmpty());
    EXPECT_THAT(outcome.refused, ElementsAre(Pair("01a/reponse.cpp", "il est protégé par un mot de passe")));
}

TEST(ArchiveReader, RefusesTheBombThatWasMeasured)
{
    const std::string bomb = packed(Format::zip, {{"01a/reponse.cpp", std::string(1U << 20U, ' '), AE_IFREG, "", 200},
                                                  {"01b/reponse.cpp", "good"}});
    EXPECT_LT(bomb.size(), 300'000U);
    const Outcome outcome = read(bomb);
    EXPECT_THAT(outcome.files, ElementsAre(Pair("01b/reponse.cpp", "good")));
    EXPECT_THAT(outcome.refused, ElementsAre(Pair("01a/reponse.cpp", "il dépasse 1 Mio")));
}

TEST(ArchiveReader, StopsAtTheBombThatHasToBeDecompressed)
{
    for (const Format format : {Format::tar_gz, Format::tar_xz, Format::tar_zst}) {
        const std::string bomb = packed(format, {{"01a/reponse.cpp", "good"},
                                                 {"rapport.pdf", std::string(1U << 20U, ' '), AE_IFREG, "", 63},
                                                 {"01b/reponse.cpp", "late"}});
        const Outcome outcome = read(bomb);
        EXPECT_THAT(outcome.files, ElementsAre(Pair("01a/reponse.cpp", "good")));
        EXPECT_THAT(
            outcome.refused,
            ElementsAre(Pair("", "l'archive décompressée dépasse 200 fois sa taille\u00A0; la suite n'est pas lue")));
    }
    const std::string large = packed(Format::tar, {{"image.iso", std::string(1U << 20U, 'x'), AE_IFREG, "", 65}});
    EXPECT_THAT(read(large).refused,
                ElementsAre(Pair("", "l'archive décompressée dépasse 64 Mio\u00A0; la suite n'est pas lue")));
}

TEST(ArchiveReader, StopsAtTheBombOfManyAnswers)
{
    std::vector<Packed> entries;
    for (int i = 0; i < 40; ++i) {
        entries.push_back({std::to_string(i) + "/reponse.cpp", std::string(1U << 20U, ' ')});
    }
    const Outcome outcome = read(packed(Format::zip, entries));
    EXPECT_EQ(outcome.files.size(), 16U);
    EXPECT_THAT(
        outcome.refused,
        ElementsAre(Pair("", "l'archive décompressée dépasse 200 fois sa taille\u00A0; la suite n'est pas lue")));
}

TEST(ArchiveReader, AFileThatIsListedAThousandTimesIsReadOnce)
{
    RawZip zip;
    const std::uint32_t place = zip.add("0/reponse.cpp", "int x;");
    for (int i = 1; i < 1'000; ++i) {
        zip.list(std::to_string(i) + "/reponse.cpp", "int x;", place);
    }
    EXPECT_LE(read(zip.bytes()).files.size(), 1U);
}

TEST(ArchiveReader, StopsAtTooManyEntries)
{
    std::vector<Packed> entries;
    for (int i = 0; i < 20; ++i) {
        entries.push_back({std::to_string(i) + "/reponse.cpp", "x"});
    }
    ArchiveLimits limits;
    limits.entries = 12;
    const Outcome outcome = read(packed(Format::zip, entries), limits);
    EXPECT_EQ(outcome.files.size(), 12U);
    EXPECT_THAT(outcome.refused, ElementsAre(Pair("", "l'archive a plus de 12 entrées\u00A0; la suite n'est pas lue")));
}

TEST(ArchiveReader, OneStudentDoesNotUseUpWhatAllHave)
{
    ArchiveLimits limits = limits_of_a_class();
    limits.share_bytes = std::size_t{2} << 20U;
    const std::string big(1U << 20U, 'x');
    const std::string moodle = "Eve_12_assignsubmission_file/";
    const Outcome outcome = read(packed(Format::zip, {{moodle + "01a/reponse.cpp", big},
                                                      {moodle + "01b/reponse.cpp", big},
                                                      {moodle + "01c/reponse.cpp", "too much"},
                                                      {"Zoe_13_assignsubmission_file/01a/reponse.cpp", "good"}}),
                                 limits);
    EXPECT_EQ(outcome.files.size(), 3U);
    EXPECT_EQ(outcome.files.back().second, "good");
    EXPECT_THAT(outcome.refused,
                ElementsAre(Pair(moodle + "01c/reponse.cpp", "avec lui, cette copie dépasserait 2 Mio")));
}

TEST(ArchiveReader, TellsWhatIsDamaged)
{
    EXPECT_THAT(read("").refused, ElementsAre(Pair("", "ce n'est ni un zip, ni un tar, ni un 7z, ou il est abîmé")));
    EXPECT_THAT(read("Rar!\x1A\x07").refused,
                ElementsAre(Pair("", "ce n'est ni un zip, ni un tar, ni un 7z, ou il est abîmé")));
    std::string zip = packed(Format::zip, {{"01a/reponse.cpp", "int x;"}});
    EXPECT_THAT(read(zip.substr(0, zip.size() / 2)).files, IsEmpty());
    RawZip liar;
    liar.add("01a/reponse.cpp", "int x;");
    std::string bytes = liar.bytes();
    bytes.replace(bytes.find("int x;"), 6, "int y;");
    EXPECT_THAT(read(bytes).refused, ElementsAre(Pair("01a/reponse.cpp", "il est abîmé")));
    const std::string tar =
        packed(Format::tar_gz, {{"01a/reponse.cpp", "good"}, {"01b/reponse.cpp", std::string(500'000, 'x')}});
    const Outcome cut = read(tar.substr(0, tar.size() - 100));
    EXPECT_THAT(cut.files, ElementsAre(Pair("01a/reponse.cpp", "good")));
    EXPECT_EQ(cut.refused.size(), 2U);
}

TEST(ArchiveReader, RefusesCompressionOfCompression)
{
    const std::string inner = packed(Format::tar_gz, {{"01a/reponse.cpp", "x"}});
    std::unique_ptr<archive, int (*)(archive*)> writer(::archive_write_new(), ::archive_write_free);
    ::archive_write_set_format_raw(writer.get());
    ::archive_write_add_filter_gzip(writer.get());
    std::string outer(inner.size() + 10'000, '\0');
    std::size_t used = 0;
    ::archive_write_open_memory(writer.get(), outer.data(), outer.size(), &used);
    std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(::archive_entry_new(), ::archive_entry_free);
    ::archive_entry_set_filetype(entry.get(), AE_IFREG);
    ::archive_write_header(writer.get(), entry.get());
    ::archive_write_data(writer.get(), inner.data(), inner.size());
    ::archive_write_close(writer.get());
    EXPECT_THAT(read(outer.substr(0, used)).refused, ElementsAre(Pair("", "l'archive est compressée plusieurs fois")));
}

TEST(ArchiveReader, IgnoresWhatSystemsAdd)
{
    const Outcome outcome =
        read(packed(Format::zip,
                    {{"__MACOSX/01a/reponse.cpp", "x"}, {".git/hooks/reponse.cpp", "x"}, {"01a/reponse.cpp", "good"}}));
    EXPECT_THAT(outcome.files, ElementsAre(Pair("01a/reponse.cpp", "good")));
    EXPECT_THAT(outcome.refused, IsEmpty());
}

}  // namespace
}  // namespace atelier
