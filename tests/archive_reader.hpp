// SPDX-License-Identifier: MIT
// What an archive holds, as whoever unpacks it would find it.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <locale.h>

#include <memory>
#include <ostream>
#include <string>
#include <vector>

namespace atelier::test {

struct Entry {
    std::string name;
    std::string bytes;
    unsigned mode = 0;

    bool operator==(const Entry&) const = default;
};

inline void PrintTo(const Entry& entry, std::ostream* out)
{
    *out << entry.name << " (" << entry.bytes.size() << " bytes, " << std::oct << entry.mode << std::dec << ')';
}

inline std::vector<Entry> entries_of(const std::string& bytes)
{
    // libarchive gives names as the thread's locale writes them.
    const locale_t utf8 = ::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    const locale_t before = ::uselocale(utf8);
    const std::unique_ptr<archive, int (*)(archive*)> reader(::archive_read_new(), ::archive_read_free);
    ::archive_read_support_format_all(reader.get());
    ::archive_read_support_filter_all(reader.get());
    std::vector<Entry> entries;
    EXPECT_EQ(::archive_read_open_memory(reader.get(), bytes.data(), bytes.size()), ARCHIVE_OK);
    archive_entry* found = nullptr;
    while (::archive_read_next_header(reader.get(), &found) == ARCHIVE_OK) {
        Entry entry{.name = ::archive_entry_pathname(found), .bytes = {}, .mode = ::archive_entry_perm(found)};
        char buffer[65536];
        for (la_ssize_t n = 0; (n = ::archive_read_data(reader.get(), buffer, sizeof buffer)) > 0;) {
            entry.bytes.append(buffer, static_cast<std::size_t>(n));
        }
        EXPECT_EQ(::archive_entry_uid(found), 0);
        EXPECT_EQ(::archive_entry_gid(found), 0);
        entries.push_back(std::move(entry));
    }
    ::uselocale(before);
    ::freelocale(utf8);
    return entries;
}

}  // namespace atelier::test
