// SPDX-License-Identifier: MIT
// Archives for tests, honest ones by libarchive's writer and hostile zips byte by byte.
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "utf8.hpp"

namespace atelier::test {

/// An entry to be written. Bytes are repeated `times` times, for what is large.
struct Packed {
    std::string name;
    std::string bytes = {};
    unsigned type = AE_IFREG;
    std::string link = {};
    std::size_t times = 1;
};

enum class Format { zip, tar, tar_gz, tar_xz, tar_zst, seven_zip };

/// An archive of `entries`; with a password when there is one (zip only).
inline std::string packed(Format format, const std::vector<Packed>& entries, const char* password = nullptr)
{
    const Utf8Locale locale;  // 7z holds names in UTF-16
    std::unique_ptr<archive, int (*)(archive*)> writer(::archive_write_new(), ::archive_write_free);
    archive* a = writer.get();
    if (format == Format::zip) {
        ::archive_write_set_format_zip(a);
    } else if (format == Format::seven_zip) {
        ::archive_write_set_format_7zip(a);
    } else {
        ::archive_write_set_format_gnutar(a);
    }
    if (format == Format::tar_gz) {
        ::archive_write_add_filter_gzip(a);
    } else if (format == Format::tar_xz) {
        ::archive_write_add_filter_xz(a);
        ::archive_write_set_options(a, "compression-level=0");
    } else if (format == Format::tar_zst) {
        ::archive_write_add_filter_zstd(a);
    }
    if (password != nullptr) {
        ::archive_write_set_options(a, "zip:encryption=aes256");
        ::archive_write_set_passphrase(a, password);
    }
    std::string bytes;
    const auto append = [](archive*, void* to, const void* from, std::size_t size) -> la_ssize_t {
        static_cast<std::string*>(to)->append(static_cast<const char*>(from), size);
        return static_cast<la_ssize_t>(size);
    };
    ::archive_write_set_bytes_in_last_block(a, 1);
    EXPECT_EQ(::archive_write_open(a, &bytes, nullptr, append, nullptr), ARCHIVE_OK) << ::archive_error_string(a);
    for (const Packed& packed : entries) {
        std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(::archive_entry_new(), ::archive_entry_free);
        ::archive_entry_set_pathname(entry.get(), packed.name.c_str());
        ::archive_entry_set_filetype(entry.get(), packed.type);
        ::archive_entry_set_perm(entry.get(), 0644);
        ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(packed.bytes.size() * packed.times));
        if (packed.type == AE_IFLNK) {
            ::archive_entry_set_symlink(entry.get(), packed.link.c_str());
        } else if (!packed.link.empty()) {
            ::archive_entry_set_hardlink(entry.get(), packed.link.c_str());
        }
        EXPECT_GE(::archive_write_header(a, entry.get()), ARCHIVE_WARN) << ::archive_error_string(a);
        for (std::size_t i = 0; i < packed.times && !packed.bytes.empty(); ++i) {
            ::archive_write_data(a, packed.bytes.data(), packed.bytes.size());
        }
    }
    EXPECT_EQ(::archive_write_close(a), ARCHIVE_OK) << ::archive_error_string(a);
    return bytes;
}

/// A zip written byte by byte, so that it may lie: stored, not compressed.
class RawZip {
public:
    static constexpr unsigned utf8_flag = 1U << 11U;

    /// Adds a file, and returns its place for lists that name it again.
    std::uint32_t add(std::string_view name, std::string_view bytes, unsigned flags = 0, std::uint32_t mode = 0100644)
    {
        const auto place = static_cast<std::uint32_t>(files_.size());
        files_ += std::string("PK\3\4") + fields(name, bytes, flags) + std::string(name) + std::string(bytes);
        list(name, bytes, place, flags, mode);
        return place;
    }

    /// Names in the list at the end what stands at `place`.
    void list(std::string_view name, std::string_view bytes, std::uint32_t place, unsigned flags = 0,
              std::uint32_t mode = 0100644)
    {
        list_ += std::string("PK\1\2") + little(3U << 8U | 20U, 2) + fields(name, bytes, flags) + little(0, 2) +
                 little(0, 2) + little(0, 2) + little(static_cast<std::uint64_t>(mode) << 16U, 4) + little(place, 4) +
                 std::string(name);
        ++count_;
    }

    [[nodiscard]] std::string bytes() const
    {
        return files_ + list_ + "PK\5\6" + little(0, 4) + little(count_, 2) + little(count_, 2) +
               little(list_.size(), 4) + little(files_.size(), 4) + little(0, 2);
    }

private:
    static std::string little(std::uint64_t number, int bytes)
    {
        std::string result;
        for (int i = 0; i < bytes; ++i) {
            result += static_cast<char>(number >> (8U * static_cast<unsigned>(i)) & 0xFFU);
        }
        return result;
    }

    static std::uint32_t crc32(std::string_view bytes)
    {
        std::uint32_t crc = ~0U;
        for (const char c : bytes) {
            crc ^= static_cast<unsigned char>(c);
            for (int bit = 0; bit < 8; ++bit) {
                crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
            }
        }
        return ~crc;
    }

    /// What the head of a file and its line in the list have in common.
    static std::string fields(std::string_view name, std::string_view bytes, unsigned flags)
    {
        return little(20, 2) + little(flags, 2) + little(0, 2) + little(0, 4) + little(crc32(bytes), 4) +
               little(bytes.size(), 4) + little(bytes.size(), 4) + little(name.size(), 2) + little(0, 2);
    }

    std::string files_;
    std::string list_;
    std::uint64_t count_ = 0;
};

}  // namespace atelier::test
