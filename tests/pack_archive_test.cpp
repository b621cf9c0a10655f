// SPDX-License-Identifier: MIT
#include "pack/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <gmock/gmock.h>

#include <clocale>
#include <memory>

#include "archive_reader.hpp"
#include "error.hpp"
#include "support.hpp"

namespace atelier {
namespace {

using test::entries_of;
using test::Entry;
using test::Variable;
using testing::ElementsAre;
using testing::HasSubstr;

const std::vector<PackedFile> files{{.name = "atelier/lessons/été.md", .bytes = "# Été\n"},
                                    {.name = "atelier/atelier", .bytes = "#!/bin/sh\n"},
                                    {.name = "atelier/vide.txt", .bytes = {}}};

class PackArchive : public testing::TestWithParam<ArchiveFormat> {};

INSTANTIATE_TEST_SUITE_P(Formats, PackArchive, testing::Values(ArchiveFormat::zip, ArchiveFormat::tar_gz));

TEST_P(PackArchive, HoldsWhatWasPutIntoItSortedByName)
{
    EXPECT_THAT(entries_of(archive_of(files, GetParam())),
                ElementsAre(Entry{"atelier/atelier", "#!/bin/sh\n", 0755},
                            Entry{"atelier/lessons/été.md", "# Été\n", 0644}, Entry{"atelier/vide.txt", "", 0644}));
}

TEST_P(PackArchive, DependsOnNeitherOrderNorLocaleNorTimeZone)
{
    const std::string usual = archive_of(files, GetParam());
    std::vector<PackedFile> others(files.rbegin(), files.rend());
    for (const char* zone : {"Pacific/Auckland", "America/Montreal", "UTC"}) {
        const Variable here("TZ", zone);
        ::tzset();
        for (const char* locale : {"C", "C.UTF-8"}) {
            std::setlocale(LC_ALL, locale);
            EXPECT_EQ(archive_of(others, GetParam()), usual) << zone << ' ' << locale;
        }
    }
    std::setlocale(LC_ALL, "C");
    ::tzset();
}

TEST_P(PackArchive, RefusesNamesThatOthersCouldNotRead)
{
    EXPECT_THROW((void)archive_of({{.name = "atelier/\xE9t\xE9.md", .bytes = {}}}, GetParam()), Error);
}

TEST(PackArchives, AreAskedForByTheirName)
{
    EXPECT_EQ(archive_format_of("dossier/atelier.zip"), ArchiveFormat::zip);
    EXPECT_EQ(archive_format_of("ATELIER.ZIP"), ArchiveFormat::zip);
    EXPECT_EQ(archive_format_of("atelier-2026.tar.gz"), ArchiveFormat::tar_gz);
    EXPECT_EQ(archive_format_of("atelier.tgz"), ArchiveFormat::tar_gz);
    for (const char* other : {"atelier", "atelier.gz", "atelier.7z", "zip", ".zip", "atelier.zip/"}) {
        EXPECT_EQ(archive_format_of(other), std::nullopt) << other;
    }
}

TEST(PackArchives, CompressOneFileAsGzipDoes)
{
    const std::string bytes = gzip_of("TEST_F(X, Y) {}\n");
    EXPECT_EQ(bytes.substr(0, 3), "\x1f\x8b\x08");
    EXPECT_EQ(bytes.substr(4, 4), std::string(4, '\0')) << "no time";
    const TemporaryFolder folder;
    write_file(folder.path() / "x.gz", bytes);
    Command command{.arguments = {"/usr/bin/gzip", "-dc", "x.gz"},
                    .folder = folder.path(),
                    .environment = {},
                    .input = {},
                    .limits = {},
                    .identity = {}};
    EXPECT_EQ(run(command).out, "TEST_F(X, Y) {}\n");
}

}  // namespace
}  // namespace atelier
